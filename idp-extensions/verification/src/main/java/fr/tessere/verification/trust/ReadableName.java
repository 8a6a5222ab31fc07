package fr.tessere.verification.trust;

import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * A distinguished name whose texts can be read. Bouncy Castle reads them only when two names are compared, so that a name
 * with broken UTF-8 would stop whoever looks it up in a table, long after it was taken in.
 */
final class ReadableName {
    private ReadableName() {}

    /** An {@link IllegalArgumentException} for a name with a text that is none. */
    static void require(X500Name name) {
        for (RDN part : name.getRDNs()) {
            for (AttributeTypeAndValue value : part.getTypesAndValues()) {
                IETFUtils.canonicalString(value.getValue());
            }
        }
    }
}
