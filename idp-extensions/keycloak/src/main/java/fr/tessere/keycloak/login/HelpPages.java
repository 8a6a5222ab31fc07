package fr.tessere.keycloak.login;

import fr.tessere.protocol.reading.Contact;
import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.Wording;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.LocaleUtil;

/** A page for every refusal: what happened, what to do now, whom to ask. The texts are those of the refusal itself. */
final class HelpPages {
    private final KeycloakSession session;
    private final Desk desk;
    private final Wording wording;

    HelpPages(KeycloakSession session, Desk desk) {
        this.session = session;
        this.desk = desk;
        // the address may name a language, as the links of our own pages do
        LocaleUtil.processLocaleParam(session, desk.realmModel(), null);
        wording = new Wording(session.getContext().resolveLocale(null));
    }

    /** The page of this code, or a plain page that says there is none, with status 404. */
    Response of(String word) {
        Optional<RefusalCode> code = RefusalCode.ofWord(word);
        if (code.isEmpty()) {
            return form().setStatus(Response.Status.NOT_FOUND).createForm("tessere-help-unknown.ftl");
        }
        return form().setAttribute("entry", entry(code.get()))
                .setAttribute("more", wording.more(code.get()).orElse(""))
                .setAttribute("ask", wording.ask(Contact.of(code.get())))
                .createForm("tessere-help.ftl");
    }

    /** All codes, by whom to ask. */
    Response index() {
        List<Section> sections = Arrays.stream(Contact.values())
                .map(contact -> new Section(wording.about(contact), entries(contact)))
                .toList();
        return form().setAttribute("sections", sections).createForm("tessere-help-index.ftl");
    }

    /** What of these pages is accessible and what is not yet. */
    Response accessibility() {
        return form().createForm("tessere-accessibility.ftl");
    }

    private List<Entry> entries(Contact contact) {
        return Arrays.stream(RefusalCode.values())
                .filter(code -> Contact.of(code) == contact)
                .map(this::entry)
                .toList();
    }

    private Entry entry(RefusalCode code) {
        return new Entry(
                code.word(),
                wording.happened(code),
                wording.next(code),
                desk.addresses().help(code));
    }

    private LoginFormsProvider form() {
        return session.getProvider(LoginFormsProvider.class)
                .setAttribute("index", desk.addresses().help());
    }

    /** One refusal. Public, as the template engine asks. */
    public record Entry(String code, String happened, String next, String address) {}

    /** Refusals under one heading. */
    public record Section(String title, List<Entry> entries) {
        public Section {
            entries = List.copyOf(entries);
        }
    }
}
