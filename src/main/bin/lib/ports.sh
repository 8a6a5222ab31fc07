# shellcheck shell=bash disable=SC2034
# Loopback ports and the little HTTP that waiting needs, with bash alone.

# port_open PORT: somebody answers there.
port_open() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# free_port PREFERRED: that one, or the next that nobody answers on and that was not handed out before.
TAKEN_PORTS=" "
free_port() {
    local port="$1"
    while port_open "$port" || [[ "$TAKEN_PORTS" == *" $port "* ]]; do
        port=$((port + 1))
    done
    TAKEN_PORTS+="$port "
    FREE_PORT="$port"
}

# http_status PORT PATH: the status of a GET on loopback, or nothing.
http_status() {
    (
        exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
        printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$2" "$1" >&3
        IFS=' ' read -r -t 5 _ status _ <&3 && printf '%s' "$status"
    ) 2>/dev/null
}
