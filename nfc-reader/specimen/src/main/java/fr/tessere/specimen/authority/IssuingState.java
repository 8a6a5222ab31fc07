package fr.tessere.specimen.authority;

import java.util.Arrays;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** In whose name specimens are made. None signs for a State: the organisational unit of every name says so. */
public enum IssuingState {
    /** Documents that look French. */
    FRANCE("FR", "FRA"),
    /** The State that ICAO 9303 uses in its examples. */
    UTOPIA("UT", "UTO"),
    /** One letter in the machine readable zone. */
    GERMANY("DE", "D"),
    /** No State, and yet it issues documents. */
    UNITED_NATIONS("UN", "UNO"),
    /** Several codes in the machine readable zone. */
    UNITED_KINGDOM("GB", "GBR"),
    /** Signs for its territories too. */
    CHINA("CN", "CHN"),
    /** Has a country signer and no document: somebody to be trusted where nobody else is. */
    LUXEMBOURG("LU", "LUX");

    private final String country;
    private final String mrzCode;

    IssuingState(String country, String mrzCode) {
        this.country = country;
        this.mrzCode = mrzCode;
    }

    /** Two letters, as in certificates (ICAO 9303-12 §7.1.1.2). */
    public String country() {
        return country;
    }

    /** Three letters, as in the machine readable zone (ICAO 9303-3 §5). */
    public String mrzCode() {
        return mrzCode;
    }

    /** The state with this code in the machine readable zone. */
    public static IssuingState ofMrzCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.mrzCode.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no specimen is issued for " + code));
    }

    /** The state with this country in certificates. */
    public static IssuingState ofCountry(String country) {
        return Arrays.stream(values())
                .filter(state -> state.country.equals(country))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no specimen is signed for " + country));
    }

    X500Name named(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, country)
                .addRDN(BCStyle.O, "Tessère specimen")
                .addRDN(BCStyle.OU, "not a State")
                .addRDN(BCStyle.CN, commonName)
                .build();
    }
}
