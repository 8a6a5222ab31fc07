# shellcheck shell=bash
# shellcheck source=/dev/null
source "$BIN/lib/package.sh"

package_summary() {
    text "le lecteur comme paquet Debian, Java compris" "the reader as a Debian package, Java included"
}

package_help() {
    text "Usage : tessere package [--out DOSSIER]

Fait du lecteur un paquet Debian pour les ordinateurs des citoyens : il apporte les parties de Java qu'il lui faut, et
sa page démarre à la première visite du navigateur. Sans dossier, le paquet va dans .tessere/packages." \
        "Usage: tessere package [--out FOLDER]

Makes the reader a Debian package for the computers of citizens: it brings the parts of Java that it needs, and its
page starts at the first visit of the browser. Without a folder, the package goes to .tessere/packages."
}

package_main() {
    local out="$STATE/packages"
    case "${1:-}" in
        "") ;;
        -h | --help) package_help && return 0 ;;
        --out)
            [[ -n "${2:-}" && $# -eq 2 ]] || wrong_use package "$*" || return
            out="$2"
            ;;
        *) wrong_use package "$1" || return ;;
    esac
    need_java && need_command jlink openjdk-17-jdk-headless && need_command dpkg-deb dpkg && build_product || return "$FAILED"
    if ! package_reader "$out"; then
        complain "Le paquet n'a pas pu être fait." "The package could not be made."
        return "$FAILED"
    fi
    echo "$PACKAGE"
}
