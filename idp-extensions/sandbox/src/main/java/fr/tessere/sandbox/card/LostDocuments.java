package fr.tessere.sandbox.card;

import fr.tessere.sandbox.people.TestPeople;
import fr.tessere.sandbox.people.TestPerson;
import fr.tessere.sandbox.settings.SandboxSettings;
import fr.tessere.specimen.document.Paper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The sandbox's authority for reported documents, as src/main/docs/status/lookup.openapi.json wants it. */
@RestController
final class LostDocuments {
    private final Set<String> lost;

    LostDocuments(SandboxSettings settings, TestPeople people) {
        String file = settings.statusKeyFile();
        lost = file.isBlank()
                ? Set.of()
                : people.all().stream()
                        .filter(person -> person.outcome().equals("document-lost"))
                        .map(TestPerson::paper)
                        .map(paper -> digest(key(Path.of(file)), paper))
                        .collect(Collectors.toUnmodifiableSet());
    }

    @PostMapping("/v1/document-status")
    Map<String, String> status(@RequestBody Map<String, Object> question) {
        return Map.of("status", lost.contains(String.valueOf(question.get("digest"))) ? "lost" : "valid");
    }

    private static byte[] key(Path file) {
        try {
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the lookup", e);
        }
    }

    private static String digest(byte[] key, Paper paper) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (String part : new String[] {paper.issuingState(), paper.code(), paper.number()}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            message.write(bytes.length >> 8);
            message.write(bytes.length);
            message.writeBytes(bytes);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
