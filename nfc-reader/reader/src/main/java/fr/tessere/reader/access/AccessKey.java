package fr.tessere.reader.access;

import fr.tessere.protocol.reading.RefusalCode;

/** What is printed on a document and opens its chip (ICAO 9303-11 §4). Never printed, never sent anywhere. */
public sealed interface AccessKey permits CardAccessNumber, MrzKey {

    /** What it means when the chip does not accept this key: {@code can-wrong} or {@code mrz-wrong}. */
    RefusalCode refusalWhenWrong();
}
