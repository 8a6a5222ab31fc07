package fr.tessere.specimen.cli;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.specimen.authority.CountrySigner;
import fr.tessere.specimen.authority.CrlWriter;
import fr.tessere.specimen.authority.DocumentSigner;
import fr.tessere.specimen.authority.MasterListWriter;
import fr.tessere.specimen.authority.Period;
import fr.tessere.specimen.authority.SpecimenAuthority;
import fr.tessere.specimen.document.Specimens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code specimen trust}: the certificates that a realm trusts if it accepts specimens, and what goes with them. */
@Command(name = "trust", sortOptions = false)
final class TrustCommand implements Callable<Integer> {
    /** Days that a revocation list is fresh (ICAO 9303-12 §7.1.4: at least every 90 days). */
    private static final int FRESH_DAYS = 90;

    private final Texts texts;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FOLDER")
    private Path out = Path.of("");

    @Option(names = "--crl")
    private boolean crl;

    @Option(names = "--revoke", paramLabel = "SIGNER")
    private List<String> revoked = new ArrayList<>();

    @Option(names = "--links")
    private boolean links;

    @Option(names = "--master-list")
    private boolean masterList;

    @Option(names = "--signers")
    private boolean signers;

    @Option(names = "--at", paramLabel = "YYYY-MM-DD")
    private LocalDate at = LocalDate.now(ZoneOffset.UTC);

    TrustCommand(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() throws IOException {
        SpecimenAuthority authority = Specimens.authority();
        for (Map.Entry<String, Bytes> file : files(authority).entrySet()) {
            Path path = out.resolve(file.getKey());
            Files.createDirectories(path.getParent() == null ? out : path.getParent());
            Files.write(path, file.getValue().toArray());
            Output.of(spec).println(texts.say("written", path));
        }
        return SpecimenCommand.DONE;
    }

    /** By the place in a trust folder. */
    private Map<String, Bytes> files(SpecimenAuthority authority) {
        List<DocumentSigner> named = revoked.stream().map(authority::signer).toList();
        Map<String, Bytes> files = new LinkedHashMap<>();
        authority.countrySigners().forEach((name, signer) -> {
            files.put(name + ".cer", signer.certificate());
            if (crl || !named.isEmpty()) {
                files.put(name + ".crl", list(signer, named));
            }
        });
        if (links) {
            files.put("specimen-link-fra-2024-2025.cer", authority.linkCertificate());
        }
        if (masterList) {
            files.put("specimen.ml", masterList(authority));
            files.put("master-list-signers/specimen-csca-fra-2025.cer", authority.countrySigner());
        }
        if (signers) {
            authority.signers().forEach(signer -> files.put("signers/" + signer.word() + ".cer", signer.certificate()));
        }
        return files;
    }

    private Bytes list(CountrySigner issuer, List<DocumentSigner> named) {
        Period fresh = Period.ofDays(at.toString(), at.plusDays(FRESH_DAYS).toString());
        CrlWriter writer = CrlWriter.of(issuer, fresh);
        for (DocumentSigner signer : named) {
            writer = issuer.issued(signer) ? writer.revoking(signer) : writer;
        }
        return writer.write();
    }

    private Bytes masterList(SpecimenAuthority authority) {
        return MasterListWriter.of(
                        authority.masterListSigner(),
                        authority.currentCountrySigner(),
                        at.atStartOfDay().toInstant(ZoneOffset.UTC))
                .write(authority.countrySigners().values().stream()
                        .map(CountrySigner::certificate)
                        .toList());
    }
}
