# shellcheck shell=bash
# What has to be installed. Says it in one line per missing thing; installs Debian packages only when allowed to.

# may_install: root on a machine with apt.
may_install() {
    [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null
}

# install PACKAGE...: quietly, from the machine's own package sources.
install() {
    complain "Installation de : $*" "Installing: $*"
    mkdir -p "$STATE/logs"
    {
        apt-get update -qq || true # a stale list may still do
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
    } >"$STATE/logs/install.log" 2>&1
}

# package_there PACKAGE: whether Debian says that it is installed.
package_there() {
    command -v dpkg-query >/dev/null &&
        [[ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" == installed ]]
}

# need_packages WHY_FR WHY_EN PACKAGE...: all there or installed now; else one line each and false.
need_packages() {
    local why_fr="$1" why_en="$2" missing=() package
    shift 2
    for package in "$@"; do
        package_there "$package" || missing+=("$package")
    done
    [[ ${#missing[@]} -eq 0 ]] && return 0
    may_install && install "${missing[@]}" && return 0
    for package in "${missing[@]}"; do
        complain "Il manque $package ($why_fr) : apt-get install $package" \
            "$package is missing ($why_en): apt-get install $package"
    done
    return 1
}

# need_command COMMAND PACKAGE: one line when it is missing, and false.
need_command() {
    command -v "$1" >/dev/null && return 0
    complain "Il manque $1 : apt-get install $2" "$1 is missing: apt-get install $2"
    return 1
}

# need_java: a JDK of version 17 or later; JAVA is the program to call.
need_java() {
    if [[ -n "${JAVA_HOME:-}" && -x "$JAVA_HOME/bin/java" ]]; then
        JAVA="$JAVA_HOME/bin/java"
    else
        JAVA=java
        need_command java openjdk-17-jdk-headless || return 1
    fi
    local version
    version="$("$JAVA" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = //p')"
    if [[ ! "$version" =~ ^[0-9]+$ || "$version" -lt 17 ]]; then
        complain "Java 17 ou plus récent est nécessaire, ${version:-rien} a été trouvé : apt-get install openjdk-17-jdk-headless" \
            "Java 17 or later is needed, ${version:-nothing} was found: apt-get install openjdk-17-jdk-headless"
        return 1
    fi
}

# need_builder: what a build needs. All are looked for before giving up, so that one run names all.
need_builder() {
    local result=0
    need_java || result=1
    need_command javac openjdk-17-jdk-headless || result=1
    need_command mvn maven || result=1
    return "$result"
}
