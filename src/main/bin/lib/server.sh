# shellcheck shell=bash
# The identity provider: a Keycloak home of our own below .tessere, so that builds and tests do not disturb it.

readonly ASSEMBLED="$ROOT/idp-extensions/server/target/server"
readonly SERVER="$STATE/server"
readonly ADMIN_NAME=admin

# secret_file PATH BYTES: that many random bytes in base64, readable by nobody else, made once.
secret_file() {
    [[ -s "$1" ]] && return 0
    (umask 077 && head -c "$2" /dev/urandom | base64 -w 0 >"$1.new" && mv -f "$1.new" "$1")
}

# digest_of FILE...: one digest over names and contents.
digest_of() {
    find "$@" -type f -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -c 1-64
}

# prepare_server: copies the assembled home when it changed and runs Keycloak's own build once.
prepare_server() {
    local wanted
    wanted="$(digest_of "$ASSEMBLED/providers" "$ASSEMBLED/conf" "$ASSEMBLED/lib/quarkus-run.jar" "$ROOT/src/main/operations")"
    [[ -f "$SERVER/built" && "$(<"$SERVER/built")" == "$wanted" ]] && return 0
    text "Préparation de Keycloak…" "Preparing Keycloak…"
    rm -rf -- "$STATE/server.new"
    mkdir -p "$STATE/server.new"
    # everything but the data folder: that one belongs to the server that ran
    find "$ASSEMBLED" -mindepth 1 -maxdepth 1 ! -name data -exec cp -a -t "$STATE/server.new" {} +
    cp -f "$ROOT/src/main/operations/keycloak.conf" "$STATE/server.new/conf/keycloak.conf" 2>/dev/null
    [[ -d "$SERVER/data" ]] && mv "$SERVER/data" "$STATE/server.new/data"
    rm -rf -- "$SERVER"
    mv "$STATE/server.new" "$SERVER"
    if ! server_environment in_background_and_wait "$STATE/logs/keycloak-build.log" \
        "$SERVER/bin/kc.sh" build --db=dev-file --cache=local --health-enabled=true; then
        complain "Keycloak n'a pas pu être préparé : voir $STATE/logs/keycloak-build.log" \
            "Keycloak could not be prepared: see $STATE/logs/keycloak-build.log"
        return 1
    fi
    echo "$wanted" >"$SERVER/built"
}

# prepare_realm: a realm is read into an empty database only, so another realm or address means another database.
prepare_realm() {
    local wanted
    wanted="$(digest_of "$ROOT/src/main/realm") $DEMO_URL"
    mkdir -p "$SERVER/data/import"
    if [[ "$(cat "$SERVER/data/realm" 2>/dev/null)" != "$wanted" ]]; then
        [[ -d "$SERVER/data/h2" ]] && text "Le royaume a changé : la base de données repart de zéro." \
            "The realm changed: the database starts anew."
        rm -rf -- "$SERVER/data"
        mkdir -p "$SERVER/data/import"
        cp -f "$ROOT"/src/main/realm/*-realm.json "$SERVER/data/import/" 2>/dev/null
        echo "$wanted" >"$SERVER/data/realm"
    fi
    chmod 700 "$SERVER/data"
}

# server_environment COMMAND...: runs it with the settings that differ from machine to machine.
server_environment() {
    TESSERE_TRUST_FOLDER="${TESSERE_TRUST:-$ROOT/src/main/trust}" \
        TESSERE_SECRET_FILE="$STATE/secret" \
        TESSERE_READER_PORT="$PAGE_PORT" \
        TESSERE_DEMO_URL="$DEMO_URL" \
        TESSERE_SPECIMEN_ACCEPTED=true \
        KC_BOOTSTRAP_ADMIN_USERNAME="$ADMIN_NAME" \
        KC_BOOTSTRAP_ADMIN_PASSWORD="$(<"$STATE/admin-password")" \
        "$@"
}

# launch_server: production mode, loopback only. The file database keeps 8 prepared statements unless told; a sign-in has more.
# It answers them for ever by the plan of the first time, when the tables were empty, unless a new connection makes it think again.
# Java's collector for throughput costs a sign-in one millisecond less than the one that Keycloak asks for.
launch_server() {
    JAVA_OPTS_APPEND="-XX:-UseG1GC -XX:+UseParallelGC ${JAVA_OPTS_APPEND:-}" \
        server_environment launch keycloak "$SERVER/bin/kc.sh" start --optimized --import-realm \
        "--db-url-properties=;QUERY_CACHE_SIZE=100" --db-pool-max-lifetime=1m \
        --http-enabled=true --http-host=127.0.0.1 "--http-port=$SERVER_PORT" "--hostname=$SERVER_URL" \
        --http-management-host=127.0.0.1 "--http-management-port=$MANAGEMENT_PORT"
}

# server_ready: Keycloak says so itself; its port opens long before.
server_ready() {
    [[ "$(http_status "$MANAGEMENT_PORT" /health/ready)" == 200 ]]
}
