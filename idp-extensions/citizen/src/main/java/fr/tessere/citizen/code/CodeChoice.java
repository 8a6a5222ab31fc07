package fr.tessere.citizen.code;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.verification.identity.BirthDate;
import java.util.Optional;

/** A new code, as it was typed twice. Never printed. */
public record CodeChoice(String code, String again) {

    /** Why this may not become the code of somebody born then; empty if it may. */
    public Optional<RefusalCode> wrong(BirthDate birth) {
        Optional<RefusalCode> weak = CodeRules.faultOf(code, birth).map(CodeChoice::refusal);
        return weak.isEmpty() && !code.equals(again) ? Optional.of(RefusalCode.CODES_DIFFER) : weak;
    }

    private static RefusalCode refusal(CodeRules.Fault fault) {
        return switch (fault) {
            case NO_SIX_DIGITS -> RefusalCode.CODE_MALFORMED;
            case REPEATED -> RefusalCode.CODE_REPEATED;
            case SEQUENCE -> RefusalCode.CODE_SEQUENCE;
            case BIRTH_DATE -> RefusalCode.CODE_BIRTH_DATE;
        };
    }

    @Override
    public String toString() {
        return "CodeChoice[hidden]";
    }
}
