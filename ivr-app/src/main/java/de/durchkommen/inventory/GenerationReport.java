package de.durchkommen.inventory;

/**
 * What came of comparing plan and seats.
 *
 * @param pairsAdded so many first doses were added, and as many second ones
 * @param secondsAdded second doses added for first ones that had none
 * @param pairsRemoved so many free first doses were taken away, with their second ones
 * @param pairsWithoutRoom what fits into no centre in its week
 * @param pairsNotRemoved too many for the plan, but booked, held or past
 * @param firstsWithoutSecond free first doses for which there is no room for a second one
 */
public record GenerationReport(
    int pairsAdded,
    int secondsAdded,
    int pairsRemoved,
    int pairsWithoutRoom,
    int pairsNotRemoved,
    int firstsWithoutSecond) {
  /** Nothing was to be done. */
  static final GenerationReport NOTHING = new GenerationReport(0, 0, 0, 0, 0, 0);

  /** Both together. */
  GenerationReport plus(GenerationReport more) {
    return new GenerationReport(
        pairsAdded + more.pairsAdded,
        secondsAdded + more.secondsAdded,
        pairsRemoved + more.pairsRemoved,
        pairsWithoutRoom + more.pairsWithoutRoom,
        pairsNotRemoved + more.pairsNotRemoved,
        firstsWithoutSecond + more.firstsWithoutSecond);
  }

  /** How many rows were added. */
  public int seatsAdded() {
    return 2 * pairsAdded + secondsAdded;
  }
}
