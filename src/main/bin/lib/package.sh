# shellcheck shell=bash
# The reader as a Debian package: its jars, the parts of Java that they need, and what starts them on demand.

# What the reader uses of Java, beside what these modules need themselves.
readonly READER_MODULES=java.base,java.logging,java.net.http,java.smartcardio,jdk.crypto.ec,jdk.httpserver,jdk.localedata

# package_reader FOLDER [COMPRESSION]: makes FOLDER/tessere-reader_VERSION_ARCHITECTURE.deb from what is built, with xz unless
# told otherwise; PACKAGE is its path.
package_reader() {
    local out="$1" compression="${2:-xz}" tree architecture
    architecture="$(dpkg --print-architecture)" && mkdir -p "$out" || return 1
    tree="$(mktemp -d "$out/package.XXXXXX")" || return 1
    PACKAGE="$out/tessere-reader_$(version)_$architecture.deb"
    package_runtime "$tree" && package_jars "$tree" && package_files "$tree" && package_control "$tree" "$architecture" &&
        dpkg-deb --root-owner-group "-Z$compression" --build "$tree" "$PACKAGE" >/dev/null
    local result=$?
    rm -rf -- "$tree"
    return "$result"
}

package_runtime() {
    local jdk="$JAVA"
    jdk="$(dirname -- "$(dirname -- "$(readlink -f -- "$(command -v "$jdk")")")")"
    mkdir -p "$1/opt/tessere-reader"
    "$jdk/bin/jlink" --module-path "$jdk/jmods" --add-modules "$READER_MODULES" --include-locales=en,fr \
        --strip-debug --no-header-files --no-man-pages --compress=2 --output "$1/opt/tessere-reader/runtime"
}

package_jars() {
    local module="$ROOT/nfc-reader/reader/target" jars jar
    mkdir -p "$1/opt/tessere-reader/lib"
    IFS=: read -ra jars <"$module/classpath"
    while IFS= read -r jar; do jars+=("$jar"); done < <(find "$module" -maxdepth 1 -name 'tessere-reader-*.jar')
    for jar in "${jars[@]}"; do
        # in the reactor a module that was only compiled is a folder of classes
        if [[ -d "$jar" ]]; then
            jar="$(find "$(dirname -- "$jar")" -maxdepth 1 -name 'tessere-*.jar' | head -n 1)"
        fi
        install -m 644 -t "$1/opt/tessere-reader/lib" "$jar" || return 1
    done
}

package_files() {
    local from="$ROOT/src/main/debian" units="$1/usr/lib/systemd/user"
    install -D -m 755 -t "$1/opt/tessere-reader/bin" "$from/tessere-reader" &&
        install -D -m 644 -t "$units" "$from/tessere-reader.socket" "$from/tessere-reader.service" &&
        install -D -m 644 -t "$1/usr/share/applications" "$from/tessere-reader.desktop" &&
        install -D -m 644 -t "$1/usr/share/doc/tessere-reader" "$from/copyright" &&
        install -D -m 644 "$ROOT/nfc-reader/reader/target/classes/fr/tessere/reader/page/look/logo.svg" \
            "$1/usr/share/icons/hicolor/scalable/apps/tessere-reader.svg" &&
        mkdir -p "$1/usr/bin" "$units/sockets.target.wants" &&
        ln -s ../../opt/tessere-reader/bin/tessere-reader "$1/usr/bin/tessere-reader" &&
        ln -s ../tessere-reader.socket "$units/sockets.target.wants/tessere-reader.socket"
}

package_control() {
    local from="$ROOT/src/main/debian" size
    size="$(du -sk "$1" | cut -f 1)"
    install -D -m 755 -t "$1/DEBIAN" "$from/postinst" "$from/prerm" &&
        sed -e "s/@VERSION@/$(version)/" -e "s/@ARCHITECTURE@/$2/" -e "s/@SIZE@/$size/" "$from/control" >"$1/DEBIAN/control" &&
        (cd "$1" && find opt usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
}
