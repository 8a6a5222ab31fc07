# shellcheck shell=bash

test_summary() {
    text "construit tout et fait passer tous les essais" "builds everything and runs all tests"
}

test_help() {
    text "Usage : tessere test [ARGUMENTS DE MAVEN]

Installe ce qui manque (en tant que root), construit tout et fait passer tous les essais : « mvn -Dtessere.search=true verify ».
Sans PC/SC, Chromium, PostgreSQL, SoftHSM, npm, Authlib, PHP ou nginx, les essais qui en ont besoin le disent et sont sautés ; nginx n'est pas
installé, car son paquet ouvrirait un serveur web sur cette machine. Échoue quand un essai échoue." \
        "Usage: tessere test [MAVEN ARGUMENTS]

Installs what is missing (as root), builds everything and runs all tests: \"mvn -Dtessere.search=true verify\".
Without PC/SC, Chromium, PostgreSQL, SoftHSM, npm, Authlib, PHP or nginx, the tests that need them say so and are skipped; nginx is not
installed, since its package would open a web server on this machine. Fails when a test fails."
}

test_main() {
    case "${1:-}" in
        -h | --help) test_help && return 0 ;;
    esac
    need_builder || return "$FAILED"
    need_packages "lecteur PC/SC virtuel" "virtual PC/SC reader" pcscd vsmartcard-vpcd libpcsclite1
    need_packages "essais dans un navigateur" "tests in a browser" chromium
    # a Node that came another way brings its own npm
    command -v npm >/dev/null || need_packages "clients OpenID écrits par d'autres" "OpenID clients of other people" nodejs npm
    need_packages "le Python du guide" "the guide's Python" python3-authlib python3-httpx
    need_packages "le PHP du guide" "the guide's PHP" php-cli
    need_packages "essais sur deux nœuds" "tests with two nodes" postgresql
    need_packages "module de clés des essais" "key module of the tests" softhsm2
    mvn -B -ntp -f "$ROOT/pom.xml" -Dtessere.search=true verify "$@" || return "$FAILED"
}
