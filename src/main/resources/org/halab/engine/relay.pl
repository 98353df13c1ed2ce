# The far end of a relay: it runs on the engine's machine, in the machine's own network, and
# connects to ports of 127.0.0.1 for whoever holds its standard input. Nothing listens. Many
# connections share one way, each as frames: a letter, the connection's number, a length, the bytes.
#   O open (the bytes: a port)   D data   E no more from this side   R broken off   P are you there
# What it is of has Perl and no more; when its input ends, so does it.
use strict;
use warnings;
use Errno qw(EAGAIN EINTR);
use IO::Handle;
use Socket qw(:DEFAULT IPPROTO_TCP TCP_NODELAY);

my $most_waiting = 8 << 20;
my %connections;
my $in = "";
$SIG{PIPE} = "IGNORE";

sub frame {
  my ($type, $id, $data) = @_;
  my $frame = pack("aNN", $type, $id, length $data) . $data;
  while (length $frame) {
    my $written = syswrite STDOUT, $frame;
    if (defined $written) { substr($frame, 0, $written, "") }
    elsif (!$!{EINTR}) { exit 1 }
  }
}

sub forget { close((delete $connections{$_[0]})->{socket}) }

sub break_off {
  frame("R", $_[0], "");
  forget($_[0]);
}

# A connection that takes no answer at once (of a container that stands still) holds up no other.
sub open_to {
  my ($id, $port) = @_;
  socket(my $socket, PF_INET, SOCK_STREAM, 0) or return frame("R", $id, "");
  $socket->blocking(0);
  setsockopt($socket, IPPROTO_TCP, TCP_NODELAY, 1);
  if (!connect($socket, sockaddr_in($port, INADDR_LOOPBACK)) && !$!{EINPROGRESS}) {
    return frame("R", $id, "");
  }
  $connections{$id} = { socket => $socket, connecting => 1, out => "" };
}

sub finish {
  my ($id, $one) = @_;
  return if !$one->{last} || $one->{finished} || $one->{connecting} || length $one->{out};
  shutdown($one->{socket}, 1);
  $one->{finished} = 1;
  forget($id) if $one->{ended};
}

sub take {
  my ($type, $id, $data) = @_;
  if ($type eq "P") { return frame("P", $id, "") }
  if ($type eq "O") { return open_to($id, unpack("n", $data)) }
  my $one = $connections{$id} or return;
  if ($type eq "D") {
    $one->{out} .= $data;
    break_off($id) if length $one->{out} > $most_waiting;
  } elsif ($type eq "E") {
    $one->{last} = 1;
    finish($id, $one);
  } elsif ($type eq "R") {
    setsockopt($one->{socket}, SOL_SOCKET, SO_LINGER, pack("ii", 1, 0));
    forget($id);
  }
}

sub connected {
  my ($id, $one) = @_;
  return break_off($id) if unpack("i", getsockopt($one->{socket}, SOL_SOCKET, SO_ERROR));
  $one->{connecting} = 0;
  finish($id, $one);
}

sub pass_on {
  my ($id, $one) = @_;
  my $written = syswrite $one->{socket}, $one->{out};
  if (defined $written) { substr($one->{out}, 0, $written, "") }
  elsif (!$!{EAGAIN} && !$!{EINTR}) { return break_off($id) }
  finish($id, $one);
}

sub hear {
  my ($id, $one) = @_;
  my $read = sysread $one->{socket}, my $data, 65536;
  if (!defined $read) { return $!{EAGAIN} || $!{EINTR} ? () : break_off($id) }
  if ($read) { return frame("D", $id, $data) }
  frame("E", $id, "");
  $one->{ended} = 1;
  forget($id) if $one->{finished};
}

sub take_all {
  my $read = sysread STDIN, $in, 65536, length $in;
  return if !defined $read && $!{EINTR};
  exit 0 if !$read;
  while (length $in >= 9) {
    my ($type, $id, $length) = unpack("aNN", $in);
    last if length $in < 9 + $length;
    my $data = substr($in, 9, $length);
    substr($in, 0, 9 + $length, "");
    take($type, $id, $data);
  }
}

frame("P", 0, "");
while (1) {
  my ($readable, $writable) = ("", "");
  vec($readable, 0, 1) = 1;
  for my $one (values %connections) {
    my $number = fileno $one->{socket};
    vec($writable, $number, 1) = 1 if $one->{connecting} || length $one->{out};
    vec($readable, $number, 1) = 1 if !$one->{connecting} && !$one->{ended};
  }
  next if select($readable, $writable, undef, undef) < 0;
  # First those that were asked about: a frame may close one and open another of the same number.
  for my $id (keys %connections) {
    my $one = $connections{$id};
    my $number = fileno $one->{socket};
    if (vec($writable, $number, 1)) { $one->{connecting} ? connected($id, $one) : pass_on($id, $one) }
    if (vec($readable, $number, 1) && $connections{$id}) { hear($id, $one) }
  }
  take_all() if vec($readable, 0, 1);
}
