package com.giosg.chatreports.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** What may happen to a ledger's file while nobody looks. */
enum Damage {
    ONE_BIT {
        @Override
        void to(LedgerCopy ledger, RealLedger real, SplittableRandom random) throws IOException {
            flip(ledger.file(), random);
        }
    },
    PAGE_OF_NOISE {
        @Override
        void to(LedgerCopy ledger, RealLedger real, SplittableRandom random) throws IOException {
            byte[] noise = new byte[LedgerCopy.PAGE];
            random.nextBytes(noise);
            ledger.overwrite(page(ledger, random), noise);
        }
    },
    PAGE_OF_ZEROS {
        @Override
        void to(LedgerCopy ledger, RealLedger real, SplittableRandom random) throws IOException {
            ledger.overwrite(page(ledger, random), new byte[LedgerCopy.PAGE]);
        }
    },
    PAGE_IN_ANOTHERS_PLACE {
        @Override
        void to(LedgerCopy ledger, RealLedger real, SplittableRandom random) throws IOException {
            byte[] other = LedgerCopy.read(ledger.file(), page(ledger, random), LedgerCopy.PAGE);
            ledger.overwrite(page(ledger, random), other);
        }
    },
    /** A write that never reached the disk. */
    PAGE_OF_AN_EARLIER_DAY {
        @Override
        void to(LedgerCopy ledger, RealLedger real, SplittableRandom random) throws IOException {
            Path earlier = real.files().get(random.nextInt(real.files().size() - 1));
            long page = random.nextLong(Files.size(earlier) / LedgerCopy.PAGE) * LedgerCopy.PAGE;
            ledger.overwrite(page, LedgerCopy.read(earlier, page, LedgerCopy.PAGE));
        }
    },
    CUT_OFF {
        @Override
        void to(LedgerCopy ledger, RealLedger real, SplittableRandom random) throws IOException {
            LedgerCopy.cut(ledger.file(), random.nextLong(Files.size(ledger.file())));
        }
    },
    /** As when a copy is put in place and the log of another day stays beside it. */
    LOG_OF_AN_EARLIER_DAY {
        @Override
        void to(LedgerCopy ledger, RealLedger real, SplittableRandom random) throws IOException {
            Files.copy(real.logs().get(random.nextInt(real.logs().size() - 1)), ledger.wal());
            if (random.nextBoolean()) {
                LedgerCopy.cut(ledger.wal(), random.nextLong(Files.size(ledger.wal())));
            }
        }
    },
    /** The log that belongs there, as after a crash, but damaged. */
    LOG_DAMAGED {
        @Override
        void to(LedgerCopy ledger, RealLedger real, SplittableRandom random) throws IOException {
            Files.delete(ledger.file());
            Files.copy(real.lastButOne(), ledger.file());
            Files.copy(real.lastLog(), ledger.wal());
            flip(ledger.wal(), random);
        }
    };

    abstract void to(LedgerCopy ledger, RealLedger real, SplittableRandom random) throws IOException;

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static long page(LedgerCopy ledger, SplittableRandom random) {
        return random.nextLong(ledger.pages()) * LedgerCopy.PAGE;
    }

    private static void flip(Path file, SplittableRandom random) throws IOException {
        long offset = random.nextLong(Files.size(file));
        byte there = LedgerCopy.read(file, offset, 1)[0];
        LedgerCopy.overwrite(file, offset, (byte) (there ^ 1 << random.nextInt(Byte.SIZE)));
    }
}
