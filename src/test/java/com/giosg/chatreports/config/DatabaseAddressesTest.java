package com.giosg.chatreports.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a ledger can have, and what is said about others: never the address. */
class DatabaseAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.com/reports?user=reports&sslmode=verify-full",
                "jdbc:postgresql://one:5432,two:5433/reports?user=r&sslmode=verify-ca&targetServerType=primary",
                "jdbc:postgresql://localhost:5432/reports?user=reports",
                "jdbc:postgresql://127.0.0.1/reports?currentSchema=chats&user=reports",
                "jdbc:postgresql://[::1]:5432/reports?user=reports"
            })
    void isTakenAsItIs(String address) {
        assertThat(DatabaseAddresses.parse(address, false)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql://db/CANARY?user=r                  | must be the JDBC address of a PostgreSQL database; write it like jdbc:postgresql://db.example.com/reports?user=reports&sslmode=verify-full
            jdbc:mysql://db/CANARY?user=r                  | must be the JDBC address of a PostgreSQL database; write it like jdbc:postgresql://db.example.com/reports?user=reports&sslmode=verify-full
            jdbc:postgresql:CANARY                         | must be the JDBC address of a PostgreSQL database; write it like jdbc:postgresql://db.example.com/reports?user=reports&sslmode=verify-full
            jdbc:postgresql://db:port/CANARY?user=r        | must be the JDBC address of a PostgreSQL database; write it like jdbc:postgresql://db.example.com/reports?user=reports&sslmode=verify-full
            jdbc:postgresql://db?user=CANARY               | must be the JDBC address of a PostgreSQL database; write it like jdbc:postgresql://db.example.com/reports?user=reports&sslmode=verify-full
            jdbc:sqlite:/var/CANARY.db                     | an SQLite ledger needs no address: without one it is ledger.db in the data folder; remove the section
            jdbc:postgresql://r:CANARY@db/reports          | must not hold a user name or password before the host; write ?user=NAME, and the password as ledger.password
            jdbc:postgresql://db/r?user=r&password=CANARY  | must not hold a password; write it as ledger.password: "{{env:NAME}}" or "{{file:PATH}}"
            jdbc:postgresql://db/r?user=r&pass%77ord=CANARY | must not hold a password; write it as ledger.password: "{{env:NAME}}" or "{{file:PATH}}"
            jdbc:postgresql://db/r?user=r&sslpassword=CANARY | must not hold a password; write it as ledger.password: "{{env:NAME}}" or "{{file:PATH}}"
            jdbc:postgresql://localhost/CANARY             | names no user; add user=NAME behind the ?
            jdbc:postgresql://db/CANARY?user=100%          | has a % that begins no code; write %25 for the sign itself
            jdbc:postgresql://db/CANARY?user=r             | must hold sslmode=verify-full, or everybody on the way can read it; if that is meant, add insecure: true
            jdbc:postgresql://db/r?user=r&sslmode=require  | must hold sslmode=verify-full, or everybody on the way can read it; if that is meant, add insecure: true
            jdbc:postgresql://localhost,db/r?user=CANARY   | must hold sslmode=verify-full, or everybody on the way can read it; if that is meant, add insecure: true
            """)
    void whatIsWrongIsSaidWithWhatWouldBeRight(String address, String said) {
        assertThatThrownBy(() -> DatabaseAddresses.parse(address, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(said);
    }

    @Test
    void plainTextToAnotherMachineHasToBeMeant() {
        String address = "jdbc:postgresql://db/reports?user=reports";

        assertThat(DatabaseAddresses.parse(address, true)).isEqualTo(address);
    }
}
