# shellcheck shell=bash disable=SC2034
# How the commands speak: French or English, exit codes by name.

readonly FAILED=2
readonly WRONG_USE=64

# text FRENCH ENGLISH: prints the one that this person reads.
text() {
    if [[ $TESSERE_LANGUAGE == fr ]]; then
        printf '%s\n' "$1"
    else
        printf '%s\n' "$2"
    fi
}

# complain FRENCH ENGLISH: the same, where errors and progress go, so that a command's output stays its own.
complain() {
    text "$@" >&2
}

# wrong_use COMMAND ARGUMENT: says what was not understood.
wrong_use() {
    complain "tessere $1 : « $2 » n'est pas compris. Voir « tessere $1 --help »." \
        "tessere $1: \"$2\" is not understood. See \"tessere $1 --help\"."
    return "$WRONG_USE"
}

# The product's version, from the root pom.
version() {
    sed -n 's|^  <version>\(.*\)</version>.*|\1|p' "$ROOT/pom.xml" | head -n 1
}
