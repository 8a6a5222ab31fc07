# shellcheck shell=bash
# Specimen documents by the name of their profile.

# specimen ARGUMENT...: the specimen program, in the foreground.
specimen() {
    java_command "${SPECIMEN[@]}"
    "${JAVA_COMMAND[@]}" "$@"
}

# specimen_of PROFILE: the document of this name, made once and kept; SPECIMEN_FILE is where. WRONG_USE if there is no such profile.
specimen_of() {
    local result
    SPECIMEN_FILE="$STATE/$1.specimen.json"
    [[ -f "$SPECIMEN_FILE" ]] && return 0
    mkdir -p "$STATE/logs"
    specimen make "$1" --out "$SPECIMEN_FILE.new" >"$STATE/logs/specimen.log" 2>&1
    result=$?
    ((result == 0)) && mv -f -- "$SPECIMEN_FILE.new" "$SPECIMEN_FILE" && return 0
    ((result == WRONG_USE)) && return "$WRONG_USE"
    complain "Le spécimen n'a pas pu être fabriqué : voir $STATE/logs/specimen.log" \
        "The specimen could not be made: see $STATE/logs/specimen.log"
    return "$FAILED"
}
