package fr.tessere.reader.access;

/** What is printed on a document and opens its chip (ICAO 9303-11 §4). Never printed, never sent anywhere. */
public sealed interface AccessKey permits CardAccessNumber, MrzKey {}
