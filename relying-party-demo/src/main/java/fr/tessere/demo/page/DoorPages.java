package fr.tessere.demo.page;

import fr.tessere.demo.procedure.Form;
import fr.tessere.demo.register.RegisterClient.Answer;
import fr.tessere.demo.register.StepUp;
import fr.tessere.demo.signin.Door;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages behind the three doors. Nothing that is sent here goes anywhere. */
@Controller
class DoorPages {
    private static final String DRAFT = "proxy-draft";

    private final RegisteredAddress registered;

    DoorPages(RegisteredAddress registered) {
        this.registered = registered;
    }

    @GetMapping("/form")
    String form(@AuthenticationPrincipal @Nullable OidcUser person, HttpSession session, Locale language, Model model) {
        return show(Door.FORM, Form.empty(Form.Kind.LIBRARY), person, session, language, model);
    }

    @PostMapping("/form")
    String sendForm(
            @AuthenticationPrincipal @Nullable OidcUser person,
            @RequestParam Map<String, String> sent,
            HttpSession session,
            Locale language,
            Model model) {
        return send(Door.FORM, typed(Form.Kind.LIBRARY, sent), person, session, language, model);
    }

    /** The register is asked first: it may want a sign-in that is stronger or younger than this one (RFC 9470). */
    @GetMapping("/address")
    String address(
            @AuthenticationPrincipal @Nullable OidcUser person,
            @Nullable OAuth2AuthenticationToken token,
            HttpServletRequest request,
            Locale language,
            Model model) {
        HttpSession session = request.getSession();
        Form form = Form.empty(Form.Kind.ADDRESS);
        Answer answer = registered.of(token, request);
        if (person != null && answer.stepUp().isPresent()) {
            session.setAttribute(StepUp.NAME, answer.stepUp().get());
            return ask(Door.ADDRESS, form, person, model);
        }
        answer.address().ifPresent(address -> model.addAttribute("onRecord", address));
        return show(Door.ADDRESS, form, person, session, language, model);
    }

    @PostMapping("/address")
    String sendAddress(
            @AuthenticationPrincipal @Nullable OidcUser person,
            @RequestParam Map<String, String> sent,
            HttpSession session,
            Locale language,
            Model model) {
        return send(Door.ADDRESS, typed(Form.Kind.ADDRESS, sent), person, session, language, model);
    }

    /** Whoever begins needs no sign-in; a draft that waits is shown again. */
    @GetMapping("/proxy")
    String proxy(HttpSession session, Model model) {
        Form draft = draft(session);
        fill(model, Door.PROXY, draft);
        model.addAttribute("wrong", List.of());
        return "proxy";
    }

    /** The draft waits in the session, whatever becomes of the sign-in that follows. */
    @PostMapping("/proxy")
    Object keepProxy(@RequestParam Map<String, String> sent, HttpSession session, Model model) {
        Form draft = typed(Form.Kind.PROXY, sent);
        session.setAttribute(DRAFT, draft);
        if (!draft.wrong().isEmpty()) {
            fill(model, Door.PROXY, draft);
            model.addAttribute("wrong", draft.wrong());
            return "proxy";
        }
        return "redirect:/proxy/confirm";
    }

    @GetMapping("/proxy/confirm")
    String confirmProxy(
            @AuthenticationPrincipal @Nullable OidcUser person, HttpSession session, Locale language, Model model) {
        Form draft = draft(session);
        return draft.wrong().isEmpty() ? show(Door.PROXY, draft, person, session, language, model) : "redirect:/proxy";
    }

    @PostMapping("/proxy/confirm")
    String sendProxy(
            @AuthenticationPrincipal @Nullable OidcUser person, HttpSession session, Locale language, Model model) {
        String page = send(Door.PROXY, draft(session), person, session, language, model);
        if (page.equals("sent")) {
            session.removeAttribute(DRAFT);
        }
        return page;
    }

    private static String show(
            Door door, Form form, @Nullable OidcUser person, HttpSession session, Locale language, Model model) {
        if (person == null || !door.opensTo(person.getAuthenticationContextClass())) {
            return ask(door, form, person, model);
        }
        fill(model, door, form);
        model.addAttribute("wrong", List.of());
        fill(model, person, session, language);
        return door == Door.PROXY ? "proxy-confirm" : "procedure";
    }

    /** The page that says what is missing, and leads to a sign-in. */
    private static String ask(Door door, Form form, @Nullable OidcUser person, Model model) {
        fill(model, door, form);
        boolean strong = person != null && door.opensTo(person.getAuthenticationContextClass());
        model.addAttribute("missing", person == null ? "first" : strong ? "older" : "more");
        return "door";
    }

    private static String send(
            Door door, Form form, @Nullable OidcUser person, HttpSession session, Locale language, Model model) {
        String page = show(door, form, person, session, language, model);
        if (page.equals("door")) {
            return page;
        }
        model.addAttribute("wrong", form.wrong());
        return form.wrong().isEmpty() ? "sent" : page;
    }

    private static void fill(Model model, Door door, Form form) {
        model.addAttribute("door", door);
        model.addAttribute("form", form);
    }

    private static void fill(Model model, OidcUser person, HttpSession session, Locale language) {
        SignInSheet sheet = new SignInSheet(person);
        model.addAttribute("identity", sheet.identity(language));
        model.addAttribute("proof", sheet.proof(language));
        model.addAttribute("specimen", sheet.specimen());
        model.addAttribute("behind", Behind.of(person, session));
    }

    static Form draft(HttpSession session) {
        return session.getAttribute(DRAFT) instanceof Form form ? form : Form.empty(Form.Kind.PROXY);
    }

    static boolean draftWaits(HttpSession session) {
        return session.getAttribute(DRAFT) != null;
    }

    private static Form typed(Form.Kind kind, Map<String, String> sent) {
        return Form.typed(kind, name -> sent.getOrDefault(name, ""));
    }
}
