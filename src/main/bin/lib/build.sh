# shellcheck shell=bash
# Builds what a command needs, when it is missing or older than its sources.

# Of the clone, and of no state that a person names.
readonly BUILD_STAMP="$ROOT/.tessere/built"

# Everything that goes into the product's own programs.
readonly PRODUCT=(nfc-reader/protocol nfc-reader/specimen nfc-reader/reader
    idp-extensions/verification idp-extensions/claims idp-extensions/audit idp-extensions/journal
    idp-extensions/operations idp-extensions/keycloak idp-extensions/counter idp-extensions/citizen idp-extensions/release idp-extensions/server idp-extensions/tools
    idp-extensions/sandbox relying-party-demo)

# product_there: the programs are there, however old.
product_there() {
    local jar
    for jar in nfc-reader/reader/target/classpath nfc-reader/specimen/target/classpath \
        idp-extensions/tools/target/classpath \
        idp-extensions/server/target/server/bin/kc.sh; do
        [[ -f "$ROOT/$jar" ]] || return 1
    done
    [[ -n "$(demo_jar)" && -n "$(sandbox_jar)" ]]
}

# product_current: and no source is newer than the last build that ended well.
product_current() {
    local module sources=("$ROOT/pom.xml")
    product_there && [[ -f "$BUILD_STAMP" ]] || return 1
    for module in "${PRODUCT[@]}"; do
        sources+=("$ROOT/$module/pom.xml")
        [[ -d "$ROOT/$module/src/main" ]] && sources+=("$ROOT/$module/src/main")
    done
    sources+=("$ROOT/src/main/realm" "$ROOT/src/main/look" "$ROOT/src/main/docs/integrate.md")
    [[ -z "$(find "${sources[@]}" -newer "$BUILD_STAMP" -print -quit)" ]]
}

# build_product: brings the programs up to date, unless whoever calls says that they are. Tests are another command's affair.
build_product() {
    if [[ "${TESSERE_BUILT:-}" == yes ]]; then
        product_there && return 0
        complain "TESSERE_BUILT=yes, mais rien n'est construit." "TESSERE_BUILT=yes, but nothing is built."
        return 1
    fi
    product_current && return 0
    need_builder || return 1
    complain "Construction (quelques minutes la première fois)…" "Building (some minutes the first time)…"
    mkdir -p "$STATE/logs" "$(dirname -- "$BUILD_STAMP")"
    # sources changed while building are newer than the stamp, so the next start builds again
    local begun="$STATE/build-begun" modules
    touch "$begun"
    modules="$(IFS=, && echo "${PRODUCT[*]}")"
    if ! in_background_and_wait "$STATE/logs/build.log" \
        mvn -B -ntp -f "$ROOT/pom.xml" -pl "$modules" -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcyclonedx.skip=true package; then
        grep '^\[ERROR\]' "$STATE/logs/build.log" | head -n 12 >&2
        complain "La construction a échoué : voir $STATE/logs/build.log" \
            "The build failed: see $STATE/logs/build.log"
        return 1
    fi
    mv -f "$begun" "$BUILD_STAMP"
}

# demo_jar: the demonstration service as one runnable jar; empty when there is none.
demo_jar() {
    find "$ROOT/relying-party-demo/target" -maxdepth 1 -name '*-app.jar' 2>/dev/null | head -n 1
}

# sandbox_jar: the sandbox as one runnable jar; empty when there is none.
sandbox_jar() {
    find "$ROOT/idp-extensions/sandbox/target" -maxdepth 1 -name '*-app.jar' 2>/dev/null | head -n 1
}
