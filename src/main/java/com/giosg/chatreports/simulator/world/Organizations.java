package com.giosg.chatreports.simulator.world;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The three organizations that every simulated world has, with names that are hard to print on purpose. */
public final class Organizations {

    private static final Members ACME_MEMBERS = new Members("3f0c8a52-1d7e-4b8e-9a64-0c1d2e3f4a5b");
    private static final Members BAKERY_MEMBERS = new Members("8b1e6d94-52c3-4f07-8e21-6a7b8c9d0e1f");
    private static final Members CORNER_MEMBERS = new Members("c7d2f3a1-9b48-4e5c-b0d6-1f2a3b4c5d6e");

    /** The busy one: 50 to 150 chats a day but on holidays; a deleted user, a bot, a guest of the bakery. */
    public static final Organization ACME = acme(ACME_MEMBERS);

    /** A smaller one in another zone. */
    public static final Organization BAKERY = bakery(BAKERY_MEMBERS);

    /** A tiny one with days without a single chat, and two users of the same name. */
    public static final Organization CORNER = corner(CORNER_MEMBERS);

    private Organizations() {}

    public static List<Organization> all() {
        return List.of(ACME, BAKERY, CORNER);
    }

    private static Organization acme(Members members) {
        Team sales = members.team("Myynti");
        Team support = members.sharedTeam("Tuki, \"Süd\" & Co", "Tuki Süd");
        Team formula = members.team("=Team Ä");
        List<User> users = List.of(
                members.reporter(),
                members.user("Anna", "Väisänen", sales),
                members.user("Jürgen \"Jorma\"", "Groß", sales),
                members.user("Siobhán", "O'Brien, PhD", support),
                members.user("=SUM(A1:A9)", "Testinen", support),
                members.user("Zoë 🎧", "Larsson", formula),
                members.user("Mehmet", "Işık", formula),
                members.user("Kaisa", "Mäki-Öljymäki", Optional.empty()),
                members.deletedUser("Pekka", "Poistettu", support),
                members.bot("Chat bot", support));
        List<Room> rooms = List.of(
                members.room("Verkkokauppa – Åbo", "shop.acme.example"),
                members.room("'VIP' <b>room</b>", "vip.acme.example"),
                BAKERY_MEMBERS.sharedRoom("Backstube", "Bäckerei (shared)", "bakery.example"));
        return new Organization(
                members.organizationId(),
                "Acme Oy",
                "acme-demo-token",
                ZoneId.of("Europe/Helsinki"),
                110,
                users,
                List.of(sales, support, formula, members.deletedTeam("Vanha tiimi")),
                rooms,
                List.of(BAKERY_MEMBERS.user("Jörg", "Müller", BAKERY_MEMBERS.team("Theke"))),
                BAKERY_MEMBERS.organizationId());
    }

    private static Organization bakery(Members members) {
        Team counter = members.team("Theke");
        Team night = members.team("Nachtschicht");
        Team orders = members.team("Bestellungen; Größeres");
        List<User> users = List.of(
                members.reporter(),
                members.user("Jörg", "Müller", counter),
                members.user("Ayşe", "Yılmaz", counter),
                members.user("Łukasz", "Żak", night),
                members.user("Eva", "-Strich", night),
                members.user("François", "d'Arc", orders),
                members.deletedUser("Uwe", "Weg", orders),
                members.bot("Brotbot 🥨", counter));
        List<Room> rooms = List.of(
                members.room("Backstube", "bakery.example"),
                members.room("Café", "cafe.bakery.example"),
                members.room("Großkunden", "b2b.bakery.example"));
        return new Organization(
                members.organizationId(),
                "Bäckerei Müller & Söhne GmbH",
                "bakery-demo-token",
                ZoneId.of("Europe/Berlin"),
                25,
                users,
                List.of(counter, night, orders),
                rooms,
                guestsFromAcme(),
                ACME_MEMBERS.organizationId());
    }

    private static Organization corner(Members members) {
        Team front = members.team("Ett");
        Team back = members.team("Två");
        Team lager = members.team("+Tre");
        User namesake = new Members(members.organizationId() + "/second").user("Bo", "Åkesson", back);
        List<User> users = List.of(
                members.reporter(),
                members.user("Bo", "Åkesson", front),
                namesake,
                members.user("Ida", "Nørgård", back),
                members.user("Ola", "Nordmann", lager),
                members.user("@home", "Per", lager),
                members.deletedUser("Siv", "Borta", front),
                members.bot("Robot", front));
        List<Room> rooms = List.of(
                members.room("Butik", "corner.example"),
                members.room("Kiosk", "kiosk.corner.example"),
                members.room("Lager", "lager.corner.example"));
        return new Organization(
                members.organizationId(),
                "Kulmakauppa",
                "corner-demo-token",
                ZoneId.of("America/New_York"),
                3,
                users,
                List.of(front, back, lager),
                rooms,
                guestsFromAcme(),
                ACME_MEMBERS.organizationId());
    }

    private static List<User> guestsFromAcme() {
        return List.of(ACME_MEMBERS.user("Anna", "Väisänen", ACME_MEMBERS.team("Myynti")));
    }
}
