package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against examples that others publish. */
class SignatureTest {

    @TempDir
    private Path folder;

    /** From RFC 9530, Appendix B.1: the whole of a representation. */
    @Test
    void theDigestIsThatOfTheRfc() throws IOException {
        assertThat(Signature.digest(body("{\"hello\": \"world\"}\n")))
                .isEqualTo("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
    }

    /** From the specification of Standard Webhooks. */
    @Test
    void theSignatureIsThatOfStandardWebhooks() throws IOException {
        assertThat(Signature.hmac(
                        "whsec_plJ3nmyCDGBKInavdOK15jsl",
                        "msg_loFOjxBNrRLzqYUf",
                        1731705121,
                        body("{\"event_type\":\"ping\",\"data\":{\"success\":true}}")))
                .isEqualTo("v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=");
    }

    @Test
    void aSecretThatCannotBeOneIsSaidButNotRepeated() {
        assertThatThrownBy(() -> Signature.hmac("whsec_canary!", "id", 0, body("")))
                .isInstanceOf(DeliveryFailure.class)
                .hasMessage("signing-secret starts with whsec_, but what follows is no Base64; check it");
    }

    private File body(String text) throws IOException {
        return Files.writeString(folder.resolve("body"), text).toFile();
    }
}
