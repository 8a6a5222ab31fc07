package fr.tessere.specimen.authority;

/** The kinds of certificate in ICAO 9303-12 §7.1; each has its own extensions. */
public enum CertificatePurpose {
    /** Country signer that vouches for itself. */
    COUNTRY_SIGNER,
    /** The new country signer, vouched for by the old one. */
    LINK,
    DOCUMENT_SIGNER,
    MASTER_LIST_SIGNER
}
