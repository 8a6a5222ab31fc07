package fr.tessere.sandbox.page;

import fr.tessere.protocol.reading.RefusalCode;
import fr.tessere.protocol.reading.Wording;
import fr.tessere.reader.card.ReadingException;
import fr.tessere.sandbox.card.CardTable;
import fr.tessere.sandbox.people.TestPeople;
import fr.tessere.sandbox.people.TestPerson;
import fr.tessere.sandbox.trial.Exchange;
import fr.tessere.sandbox.trial.Trial;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Stands where the reader's own page stands elsewhere: the provider's button "this computer" leads here. */
@Controller
class ReaderPages {
    private final TestPeople people;
    private final CardTable table;

    ReaderPages(TestPeople people, CardTable table) {
        this.people = people;
        this.table = table;
    }

    @GetMapping("/read")
    String choose(@RequestParam(defaultValue = "") String address, Locale language, Model model) {
        if (!table.knows(address)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        model.addAttribute("address", address);
        model.addAttribute("people", people.all());
        model.addAttribute("language", language);
        return "people";
    }

    @PostMapping("/read")
    String read(
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String person,
            HttpSession session,
            Locale language,
            Model model) {
        TestPerson chosen = people.find(person)
                .filter(found -> table.knows(address))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        try {
            Optional<URI> next = table.read(address, chosen.document(), watch(session));
            return next.map(back -> "redirect:" + back).orElse("elsewhere");
        } catch (ReadingException refused) {
            return refusal(refused.code(), language, model);
        }
    }

    private static String refusal(RefusalCode code, Locale language, Model model) {
        Wording wording = new Wording(language);
        model.addAttribute("code", code.word());
        model.addAttribute("happened", wording.happened(code));
        model.addAttribute("next", wording.next(code));
        return "refused";
    }

    private static Consumer<Exchange> watch(HttpSession session) {
        return session.getAttribute(Trial.NAME) instanceof Trial trial ? trial::saw : seen -> {};
    }
}
