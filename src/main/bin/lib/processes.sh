# shellcheck shell=bash
# Processes that we start are ours to end: each leads a session of its own, and is ended with all its children by id.

declare -A PIDS=()
STARTED=()

# launch NAME COMMAND...: in the background, output in .tessere/logs/NAME.log.
launch() {
    local name="$1"
    shift
    mkdir -p "$STATE/logs"
    # without job control the child leads no group yet, so setsid keeps the process id
    setsid -- "$@" >"$STATE/logs/$name.log" 2>&1 </dev/null 9>&- &
    PIDS[$name]=$!
    STARTED+=("$name")
}

# alive NAME: its first process runs.
alive() {
    kill -0 "${PIDS[$1]}" 2>/dev/null
}

# group_alive PID: any process of its session runs.
group_alive() {
    kill -0 -- "-$1" 2>/dev/null
}

# end NAME: asks it to end, waits up to ten seconds, then insists.
end() {
    local pid="${PIDS[$1]:-}" tries=0
    [[ -n "$pid" ]] || return 0
    kill -TERM -- "-$pid" 2>/dev/null
    while group_alive "$pid" && ((tries++ < 100)); do
        sleep 0.1
    done
    group_alive "$pid" && kill -KILL -- "-$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
    unset "PIDS[$1]"
}

# end_all: in reverse order.
end_all() {
    local i
    for ((i = ${#STARTED[@]} - 1; i >= 0; i--)); do
        end "${STARTED[i]}"
    done
    STARTED=()
}

# wait_until NAME SECONDS COMMAND...: true once the command succeeds; false when NAME ends or time is over.
wait_until() {
    local name="$1" deadline=$((SECONDS + $2))
    shift 2
    until "$@"; do
        alive "$name" && ((SECONDS < deadline)) || return 1
        sleep 0.2
    done
}

# in_background_and_wait LOG COMMAND...: so that a signal to us is not held up by a long child.
in_background_and_wait() {
    local log="$1" pid result
    shift
    setsid -- "$@" >"$log" 2>&1 </dev/null 9>&- &
    pid=$!
    PIDS[work]=$pid
    STARTED+=(work)
    wait "$pid"
    result=$?
    unset 'PIDS[work]'
    return "$result"
}
