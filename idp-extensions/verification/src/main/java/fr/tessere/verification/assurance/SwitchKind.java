package fr.tessere.verification.assurance;

import fr.tessere.protocol.reading.RefusalCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a kill switch turns off, and how its value is written. */
public enum SwitchKind {
    /** A document signer: SHA-256 of its certificate or its subject key identifier, hexadecimal. */
    SIGNER("signer", "[0-9a-f]{16,128}", RefusalCode.SIGNER_SWITCHED_OFF),
    /** A country signer (CSCA), named in the same way. */
    COUNTRY_SIGNER("country-signer", "[0-9a-f]{16,128}", RefusalCode.COUNTRY_SIGNER_SWITCHED_OFF),
    /** Two letters: the signer's country (ISO 3166-1); one or three: the issuing State of the document (ICAO 9303-3 §5). */
    COUNTRY("country", "[a-z]{1,3}", RefusalCode.COUNTRY_SWITCHED_OFF),
    /** Document code of the MRZ, one letter for all codes that begin with it; {@code FRA:ID} is one State's. */
    DOCUMENT_TYPE("document-type", "([a-z]{1,3}:)?[a-z][a-z0-9]?", RefusalCode.DOCUMENT_TYPE_SWITCHED_OFF),
    /** A word of the evidence, for example {@code SHA-1}, {@code SHA256withRSA}, {@code RSA-1024}, {@code 3DES}. */
    ALGORITHM("algorithm", "[a-z0-9][a-z0-9-]{1,39}", RefusalCode.ALGORITHM_SWITCHED_OFF);

    private final String word;
    private final Pattern form;
    private final RefusalCode refusal;

    SwitchKind(String word, String form, RefusalCode refusal) {
        this.word = word;
        this.form = Pattern.compile(form);
        this.refusal = refusal;
    }

    /** The stable word. */
    public String word() {
        return word;
    }

    /** The code that refuses what is switched off. */
    public RefusalCode refusal() {
        return refusal;
    }

    /** The value in the form in which values are compared; empty if it cannot be a value of this kind. */
    public Optional<String> value(String written) {
        String plain = written.strip().toLowerCase(Locale.ROOT);
        if (this == SIGNER || this == COUNTRY_SIGNER) {
            plain = plain.replaceAll("[: ]", "");
        }
        return Optional.of(plain).filter(value -> form.matcher(value).matches());
    }

    /** All values by which the type of a document can be switched off. */
    public static Set<String> documentTypes(String issuingState, String documentType) {
        Set<String> types = new TreeSet<>();
        for (String code : List.of(documentType, documentType.substring(0, Math.min(1, documentType.length())))) {
            types.add(code);
            types.add(issuingState + ":" + code);
        }
        return types;
    }

    /** The kind with this word. */
    public static Optional<SwitchKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
