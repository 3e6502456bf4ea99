package com.giosg.chatreports.route;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.row.SealableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** The beginnings of answers that were refused for what they are, kept in their run's folder for inspection. */
final class KeptAnswers {

    private static final Set<FailureKind> KINDS = EnumSet.of(FailureKind.BAD_ANSWER, FailureKind.SHAPE_CHANGED);

    private KeptAnswers() {}

    /** Says where the answer is kept, as the end of a sentence about the failure; nothing for other failures. */
    static String keep(ActiveRun run, Request request, FailureKind kind, ActiveRows rows) {
        if (!KINDS.contains(kind) || rows == null) {
            return "";
        }
        try {
            return "; what arrived begins as in "
                    + write(run, request, rows.answer().head());
        } catch (IOException e) {
            return "; what arrived could not be kept: " + e.getMessage();
        }
    }

    private static Path write(ActiveRun run, Request request, byte[] head) throws IOException {
        Path folder = Files.createDirectories(run.folder().resolve("answers"));
        try (SealableFile file = new SealableFile(folder.resolve(request.id() + ".txt"))) {
            file.write(withoutToken(head, request));
            return file.seal().file();
        }
    }

    /** Latin-1 stands for any bytes, and a token is made of ASCII: nothing else changes. */
    private static byte[] withoutToken(byte[] head, Request request) {
        return WithoutToken.text(
                        new String(head, StandardCharsets.ISO_8859_1),
                        request.organization().token())
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
