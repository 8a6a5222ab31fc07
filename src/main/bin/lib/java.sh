# shellcheck shell=bash disable=SC2034
# Runs the programs of this product.

readonly READER=(nfc-reader/reader fr.tessere.reader.cli.ReaderCommand)
# Where `tessere page` listens when it is not told otherwise, and where the provider's page looks for it.
readonly READER_PAGE_PORT=27816
readonly SPECIMEN=(nfc-reader/specimen fr.tessere.specimen.cli.SpecimenCommand)
readonly TOOLS=(idp-extensions/tools fr.tessere.tools.ToolsCommand)

# java_command MODULE MAIN: sets JAVA_COMMAND to what starts that class.
java_command() {
    local module="$ROOT/$1" jar pcsc
    jar="$(find "$module/target" -maxdepth 1 -name 'tessere-*.jar' ! -name '*-sources.jar' ! -name '*-tests.jar' | head -n 1)"
    JAVA_COMMAND=("$JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Duser.language=$TESSERE_LANGUAGE" -Dfile.encoding=UTF-8)
    # what `tessere verify` trusts when it is not told otherwise
    [[ $1 == "${TOOLS[0]}" ]] && JAVA_COMMAND+=("-Dtessere.trust=$ROOT/src/main/trust")
    # Java looks for PC/SC under a name that Debian only has in a development package
    pcsc="$(find /usr/lib -maxdepth 2 -name libpcsclite.so.1 2>/dev/null | head -n 1)"
    [[ -n "$pcsc" ]] && JAVA_COMMAND+=("-Dsun.security.smartcardio.library=$pcsc")
    # the drivers of the server's databases, for `tessere audit export`
    local drivers
    drivers="$(find "$ROOT/idp-extensions/server/target/server/lib/lib/main" -name '*postgresql.postgresql-*.jar' -o -name 'com.h2database.h2-*.jar' 2>/dev/null | paste -sd:)"
    JAVA_COMMAND+=(-cp "$jar:$(<"$module/target/classpath")${drivers:+:$drivers}" "$2")
}

# run_program MODULE MAIN ARGUMENT...: in the foreground, with this terminal. Its exit code is ours.
run_program() {
    need_java && build_product || return "$FAILED"
    java_command "$1" "$2"
    shift 2
    "${JAVA_COMMAND[@]}" "$@"
}

# run_test_program MAIN ARGUMENT...: a class of src/test, which is no part of the product.
run_test_program() {
    need_builder && build_tests || return "$FAILED"
    local main="$1" module="$ROOT/src/test"
    shift
    "$JAVA" "-Duser.language=$TESSERE_LANGUAGE" -Dfile.encoding=UTF-8 "-Dtessere.root=$ROOT" \
        "-Dtessere.testdata=$ROOT/../shared/testdata" \
        -cp "$module/target/test-classes:$(<"$module/target/classpath")" "$main" "$@"
}

# build_tests: compiles the whole house with its tests, without running them.
build_tests() {
    mkdir -p "$STATE/logs"
    complain "Construction…" "Building…"
    if ! in_background_and_wait "$STATE/logs/build.log" mvn -B -ntp -f "$ROOT/pom.xml" -DskipTests package; then
        grep '^\[ERROR\]' "$STATE/logs/build.log" | head -n 12 >&2
        complain "La construction a échoué : voir $STATE/logs/build.log" \
            "The build failed: see $STATE/logs/build.log"
        return 1
    fi
}
