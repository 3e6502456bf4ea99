package com.giosg.chatreports;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Languages;
import java.nio.file.Path;

/** The languages that are shipped. */
public final class Spoken {

    public static final Languages LANGUAGES = Languages.in(Path.of("templates/languages"));
    public static final Language ENGLISH = LANGUAGES.named("en");
    public static final Language FINNISH = LANGUAGES.named("fi");
    public static final Language SWEDISH = LANGUAGES.named("sv");

    private Spoken() {}
}
