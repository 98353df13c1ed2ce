# Makes connections longer: what passes is kept for a while, each way, and no byte overtakes another.
#   delay.pl ADDRESS SECONDS LIFE OWN:THEIRS...
# For each pair it listens on its own port and connects to theirs at the address. After LIFE seconds
# it ends by itself. What it is of has Perl and no more, whose clock here has steps of 10 ms.
use strict;
use warnings;
use Errno qw(EAGAIN EINTR EINPROGRESS);
use IO::Handle;
use POSIX ();
use Socket qw(:DEFAULT IPPROTO_TCP TCP_NODELAY);

my ($address, $delay, $life, @pairs) = @ARGV;
my $ticks = POSIX::sysconf(POSIX::_SC_CLK_TCK());
my $most_kept = 8 << 20;
my (%listeners, %ends);
$SIG{PIPE} = "IGNORE";

sub now { (POSIX::times())[0] / $ticks }

sub end_of {
  my ($socket) = @_;
  $socket->blocking(0);
  setsockopt($socket, IPPROTO_TCP, TCP_NODELAY, 1);
  return $ends{fileno $socket} = { socket => $socket, queue => [], kept => 0 };
}

sub both_gone {
  my ($end) = @_;
  for my $one ($end, $end->{other}) {
    delete $ends{fileno $one->{socket}};
    close $one->{socket};
  }
}

sub accept_from {
  my ($listener) = @_;
  accept(my $socket, $listener->{socket}) or return;
  socket(my $there, PF_INET, SOCK_STREAM, 0) or die "socket: $!";
  my ($here, $far) = (end_of($socket), end_of($there));
  ($here->{other}, $far->{other}) = ($far, $here);
  if (!connect($there, sockaddr_in($listener->{to}, inet_aton($address))) && !$!{EINPROGRESS}) {
    both_gone($here);
  }
}

sub take {
  my ($end) = @_;
  my $read = sysread $end->{socket}, my $data, 65536;
  if (!defined $read) {
    both_gone($end) unless $!{EAGAIN} || $!{EINTR};
    return;
  }
  $end->{ended} = 1 if !$read;
  push @{ $end->{other}{queue} }, [ now() + $delay, $data ];
  $end->{other}{kept} += $read;
}

sub give {
  my ($end) = @_;
  while (my $first = $end->{queue}[0]) {
    return if $first->[0] > now();
    if (!length $first->[1]) {
      shutdown($end->{socket}, 1);
      $end->{finished} = 1;
      shift @{ $end->{queue} };
      return $end->{other}{finished} ? both_gone($end) : ();
    }
    my $written = syswrite $end->{socket}, $first->[1];
    if (!defined $written) {
      both_gone($end) unless $!{EAGAIN} || $!{EINTR};
      return;
    }
    $end->{kept} -= $written;
    substr($first->[1], 0, $written, "");
    shift @{ $end->{queue} } if !length $first->[1];
  }
}

for my $pair (@pairs) {
  my ($own, $theirs) = split /:/, $pair;
  socket(my $socket, PF_INET, SOCK_STREAM, 0) or die "socket: $!";
  setsockopt($socket, SOL_SOCKET, SO_REUSEADDR, 1);
  bind($socket, sockaddr_in($own, INADDR_ANY)) or die "port $own: $!";
  listen($socket, 1024) or die "listen: $!";
  $socket->blocking(0);
  $listeners{fileno $socket} = { socket => $socket, to => $theirs };
}

my $end_of_life = now() + $life;
while (now() < $end_of_life) {
  my ($reads, $writes, $wait) = ("", "", 1);
  vec($reads, $_, 1) = 1 for keys %listeners;
  for my $number (keys %ends) {
    my $end = $ends{$number};
    vec($reads, $number, 1) = 1 unless $end->{ended} || $end->{other}{kept} > $most_kept;
    my $first = $end->{queue}[0] or next;
    my $left = $first->[0] - now();
    if ($left <= 0) { vec($writes, $number, 1) = 1 }
    elsif ($left < $wait) { $wait = $left }
  }
  next if select($reads, $writes, undef, $wait) <= 0;
  for my $number (keys %listeners) {
    accept_from($listeners{$number}) if vec($reads, $number, 1);
  }
  for my $number (keys %ends) {
    give($ends{$number}) if $ends{$number} && vec($writes, $number, 1);
    take($ends{$number}) if $ends{$number} && vec($reads, $number, 1);
  }
}
