# Keeps packets for a while: what is routed to its device goes on when its time has come, in order.
#   delay.pl DEVICE SECONDS LIFE MARK
# What it sends carries the mark, so that it is not routed here again. It ends when it is told to, as
# soon as nothing is kept any more, and by itself after LIFE seconds. What it is of has Perl and no
# more, whose clock here has steps of 10 ms: no packet goes on too soon, and some a step too late.
use strict;
use warnings;
use POSIX ();
use Socket qw(PF_INET SOCK_RAW SOL_SOCKET SO_SNDBUF IPPROTO_RAW pack_sockaddr_in);

my ($device, $delay, $life, $mark) = @ARGV;
my ($tunsetiff, $tun_without_header, $so_mark) = (0x400454ca, 0x1001, 36);
my $ticks = POSIX::sysconf(POSIX::_SC_CLK_TCK());
my $most_kept = 100_000;
my @kept;
my $told = 0;
$SIG{TERM} = sub { $told = 1 };

sub now { (POSIX::times())[0] / $ticks }

open(my $tun, "+<", "/dev/net/tun") or die "/dev/net/tun: $!";
my $request = pack("a16 S x22", $device, $tun_without_header);
ioctl($tun, $tunsetiff, $request) or die "$device: $!";
socket(my $out, PF_INET, SOCK_RAW, IPPROTO_RAW) or die "socket: $!";
setsockopt($out, SOL_SOCKET, $so_mark, pack("i", $mark)) or die "mark: $!";
setsockopt($out, SOL_SOCKET, SO_SNDBUF, 4 << 20);

my $end_of_life = now() + $life;
while (now() < $end_of_life && !($told && !@kept)) {
  while (@kept && $kept[0][0] <= now()) {
    my $packet = (shift @kept)->[1];
    my $to = substr($packet, 16, 4);
    send($out, $packet, 0, pack_sockaddr_in(0, $to));
  }
  my $wait = @kept ? $kept[0][0] - now() : 0.5;
  my $reads = "";
  vec($reads, fileno $tun, 1) = 1;
  if (select($reads, undef, undef, $wait < 0 ? 0 : $wait) > 0) {
    my $read = sysread $tun, my $packet, 65536;
    push @kept, [ now() + $delay + 1 / $ticks, $packet ]
      if $read && ord($packet) >> 4 == 4 && @kept < $most_kept;
  }
}
