package fr.tessere.sandbox.page;

import fr.tessere.sandbox.client.AgentRole;
import fr.tessere.sandbox.client.NewClient;
import fr.tessere.sandbox.client.OwnKey;
import fr.tessere.sandbox.client.Registrar;
import fr.tessere.sandbox.client.Snippets;
import fr.tessere.sandbox.people.TestPeople;
import fr.tessere.sandbox.settings.SandboxSettings;
import fr.tessere.sandbox.trial.Playground;
import fr.tessere.sandbox.trial.Trial;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Register a client, try a sign-in, name an agent, see the test people. */
@Controller
class IntegratorPages {
    /** What somebody may choose for a trial; all else of the request is right by itself. */
    private static final List<String> CHOICES = List.of("scope", "acr_values", "claims", "prompt", "max_age");

    private final SandboxSettings settings;
    private final Registrar registrar;
    private final AgentRole agents;
    private final Snippets snippets;
    private final Playground playground;
    private final TestPeople people;
    private final OwnKey key;

    IntegratorPages(
            SandboxSettings settings,
            Registrar registrar,
            AgentRole agents,
            Snippets snippets,
            Playground playground,
            TestPeople people,
            OwnKey key) {
        this.settings = settings;
        this.registrar = registrar;
        this.agents = agents;
        this.snippets = snippets;
        this.playground = playground;
        this.people = people;
        this.key = key;
    }

    @GetMapping("/")
    String home(Locale language, Model model) {
        model.addAttribute("issuer", settings.issuer().toString());
        model.addAttribute("people", people.all());
        model.addAttribute("language", language);
        return "home";
    }

    @PostMapping("/register")
    String register(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String redirect,
            Locale language,
            Model model) {
        Optional<NewClient> client = registrar.register(name.strip(), redirect.strip());
        if (client.isEmpty()) {
            model.addAttribute("mistake", true);
            model.addAttribute("name", name);
            model.addAttribute("redirect", redirect);
            return home(language, model);
        }
        model.addAttribute("issuer", settings.issuer().toString());
        model.addAttribute("client", client.get());
        model.addAttribute("files", snippets.of(client.get()));
        return "registered";
    }

    @PostMapping("/agents")
    String appoint(@RequestParam(defaultValue = "") String account, Locale language, Model model) {
        model.addAttribute("appointed", agents.give(account.strip()) ? "done" : "mistake");
        model.addAttribute("account", account);
        return home(language, model);
    }

    @PostMapping("/try")
    String begin(@RequestParam Map<String, String> sent, HttpSession session) {
        Map<String, String> chosen = new LinkedHashMap<>();
        CHOICES.forEach(name -> chosen.put(name, cut(sent.getOrDefault(name, ""))));
        Trial trial = playground.begin();
        session.setAttribute(Trial.NAME, trial);
        return "redirect:" + playground.address(trial, chosen);
    }

    @GetMapping("/try/back")
    String back(@RequestParam Map<String, String> answer, HttpSession session) {
        if (session.getAttribute(Trial.NAME) instanceof Trial trial) {
            playground.back(trial, answer);
        }
        return "redirect:/try";
    }

    @GetMapping("/try")
    String seen(HttpSession session, Model model) {
        model.addAttribute("seen", session.getAttribute(Trial.NAME) instanceof Trial trial ? trial.seen() : List.of());
        return "trial";
    }

    @GetMapping(path = "/jwks", produces = "application/json")
    @ResponseBody
    Map<String, Object> keys() {
        return key.publicPart();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(2_000, text.length()));
    }
}
