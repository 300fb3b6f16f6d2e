/**
 * Functions of the scripts that talk to several servers, for a POSIX shell: the image's is busybox'.
 *
 * A server is named `host:port`. `CONFIG GET` answers a name and its value in two lines. One that takes the connection and then says nothing would hold a script for
 * ever, so that each question has `ANSWER_SECONDS`, 3 unless the script says otherwise.
 */
export const SHELL_FUNCTIONS = `
ask() {
  server=$1
  shift
  timeout "\${ANSWER_SECONDS:-3}" redis-cli -h "\${server%:*}" -p "\${server##*:}" "$@"
}

answers() {
  [ "$(ask "$1" PING 2>/dev/null)" = PONG ]
}

setting() {
  ask "$1" CONFIG GET "$2" | sed -n 2p
}

# The line in which a server describes itself: id, address, flags, primary, three times, link, slots.
myself() {
  ask "$1" CLUSTER NODES | grep myself
}

is_replica() {
  myself "$1" | grep -q "myself,slave"
}

slots() {
  myself "$1" | cut -s -d " " -f 9-
}

# Whether a server knows of slots, its own or another's. Not cluster_size: it is 1 until a server is two seconds old.
has_cluster() {
  ask "$1" CLUSTER INFO | grep -q "^cluster_slots_assigned:[1-9]"
}

# What CLUSTER MEET has to be told of a server: address, port and port of the bus, as it announces them.
announced() {
  echo "$(setting "$1" cluster-announce-ip) $(setting "$1" port) $(setting "$1" cluster-port)"
}
`.trimStart();
