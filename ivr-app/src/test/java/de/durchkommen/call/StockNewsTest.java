package de.durchkommen.call;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.booking.Stock;
import de.durchkommen.database.TestClock;
import de.durchkommen.prompt.Utterance;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockNewsTest {
  private final TestClock clock = new TestClock(FakeStay.NOW);
  private final FakeBookingDesk desk = new FakeBookingDesk();
  private final StockNews news = new StockNews(desk, clock);

  @Test
  void oneCountIsForAllCallersOfAMinute() {
    desk.stock = new Stock.Available(12, FakeStay.NOW);

    assertThat(news.told()).map(Utterance::prompt).contains(WaitingPrompts.STOCK);
    clock.pass(StockNews.FRESH.minusMillis(1));
    assertThat(news.told()).isPresent();
    assertThat(desk.counts).isEqualTo(1);

    clock.pass(Duration.ofMillis(1));
    desk.stock = new Stock.SoldOut(clock.instant());
    assertThat(news.told()).map(Utterance::prompt).contains(WaitingPrompts.STOCK_SOLD_OUT);
    assertThat(desk.counts).isEqualTo(2);
  }

  @Test
  void nothingIsSaidWhenNobodyCanTell() {
    assertThat(news.told()).isEmpty();
    clock.pass(StockNews.FRESH);
    desk.stock = new Stock.AllHeld(FakeStay.NOW);
    assertThat(news.told()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "99, 99", "100, 100", "109, 100", "999, 990", "1000, 1000", "9876, 9800"})
  void countsAreRoundedDown(int count, int told) {
    assertThat(StockNews.atLeast(count)).isEqualTo(told);
  }
}
