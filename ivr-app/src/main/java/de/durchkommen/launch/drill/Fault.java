package de.durchkommen.launch.drill;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What fails. */
enum Fault {
  /** The first node of the application is gone at once; it is started again by the engine. */
  KILL_APP {
    @Override
    void begins(Cluster cluster, Lines lines) throws IOException, InterruptedException {
      cluster.kills("app1");
    }
  },
  /** The first Asterisk is gone at once, and with it the calls that it has. */
  KILL_ASTERISK {
    @Override
    Optional<String> asterisk() {
      return Optional.of("asterisk1");
    }

    @Override
    void begins(Cluster cluster, Lines lines) throws IOException, InterruptedException {
      cluster.kills("asterisk1");
    }
  },
  /** The first Asterisk stands still for some seconds, as when its machine is moved to another. */
  STALL_ASTERISK {
    @Override
    void begins(Cluster cluster, Lines lines) throws IOException, InterruptedException {
      cluster.pauses("asterisk1");
      try {
        Thread.sleep(STALL);
      } finally {
        cluster.resumes("asterisk1");
      }
    }
  },
  /** The database that is written to is gone at once. */
  KILL_DATABASE {
    @Override
    void begins(Cluster cluster, Lines lines) throws IOException, InterruptedException {
      cluster.kills("db1");
    }
  },
  /** The first node of the application reaches nobody, and nobody reaches it. */
  PARTITION_APP {
    @Override
    void begins(Cluster cluster, Lines lines) throws IOException, InterruptedException {
      cluster.disconnects("app1");
    }

    @Override
    void ends(Cluster cluster, Lines lines) throws IOException, InterruptedException {
      cluster.reconnects("app1", "172.30.118.11");
    }
  },
  /** The database that is written to reaches nobody: it must not take a write any more. */
  PARTITION_DATABASE {
    @Override
    void begins(Cluster cluster, Lines lines) throws IOException, InterruptedException {
      cluster.disconnects("db1");
    }

    @Override
    void ends(Cluster cluster, Lines lines) throws IOException, InterruptedException {
      cluster.reconnects("db1", "172.30.118.31");
    }
  },
  /** Each word to the databases takes two seconds. */
  SLOW_DATABASE {
    @Override
    void begins(Cluster cluster, Lines lines) {
      lines.delayed(SLOW);
    }

    @Override
    void ends(Cluster cluster, Lines lines) {
      lines.delayed(Duration.ZERO);
    }
  },
  /** The clock of one node of the application is ten minutes ahead, and then right again. */
  CLOCK_JUMP {
    @Override
    void begins(Cluster cluster, Lines lines) throws IOException, InterruptedException {
      cluster.shell("app1", "echo '+600' >/tmp/faketime");
    }

    @Override
    void ends(Cluster cluster, Lines lines) throws IOException, InterruptedException {
      cluster.shell("app1", "echo '+0' >/tmp/faketime");
    }
  },
  /** No byte is left where prompts are kept. */
  FULL_DISK {
    @Override
    void begins(Cluster cluster, Lines lines) throws IOException, InterruptedException {
      // What is sounds of last week on a hotline that has run for long was made minutes ago here.
      cluster.shell("app1", "find /sounds -type f -name '*.txt' -exec touch -d '-20 min' {} +");
      cluster.shell(
          "app1", "dd if=/dev/zero of=/sounds/full bs=1M 2>/dev/null; df /sounds | tail -n 1");
    }

    @Override
    void ends(Cluster cluster, Lines lines) throws IOException, InterruptedException {
      cluster.shell("app1", "rm -f /sounds/full");
    }
  };

  private static final Duration SLOW = Duration.ofSeconds(2);
  private static final Duration STALL = Duration.ofSeconds(10);

  /** The lines from the application to the databases. */
  record Lines(List<DelayProxy> all) {
    Lines {
      all = List.copyOf(all);
    }

    void delayed(Duration time) {
      all.forEach(line -> line.delays(time));
    }
  }

  /** As it is called in words of a command. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The fault with this word. */
  static Optional<Fault> of(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
  }

  /** The Asterisk that dies with its calls; nobody else may lose one. */
  Optional<String> asterisk() {
    return Optional.empty();
  }

  abstract void begins(Cluster cluster, Lines lines) throws IOException, InterruptedException;

  /** What does not heal by itself. */
  void ends(Cluster cluster, Lines lines) throws IOException, InterruptedException {}
}
