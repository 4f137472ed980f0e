package de.durchkommen.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionalException;
import java.util.Optional;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

/** Which faults mean that the same work can win when it is tried again. */
final class FaultTest {
  private static Optional<Fault> atCommit(String message) {
    SystemException failed = new SystemException();
    failed.initCause(new XAException(message));
    return Fault.in(new TransactionalException("commit", failed));
  }

  /** As the application server tells it of a Galera cluster with two writers. */
  @Test
  void whoLostAtTheCommitTriesAgain() {
    assertThat(
            atCommit(
                "jakarta.resource.spi.LocalTransactionException: (conn=143) Deadlock found when"
                    + " trying to get lock; try restarting transaction"))
        .hasValueSatisfying(fault -> assertThat(fault.lostRace()).isTrue());
  }

  @Test
  void aConnectionThatBrokeAtTheCommitMayHaveCommitted() {
    assertThat(atCommit("(conn=143) Socket error"))
        .hasValueSatisfying(fault -> assertThat(fault.lostRace()).isFalse());
  }
}
