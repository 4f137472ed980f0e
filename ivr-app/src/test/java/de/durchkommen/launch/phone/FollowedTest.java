package de.durchkommen.launch.phone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.TranscriptFeed.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedTest {
  private static final String CALL = "862476224fad360c";

  private final FakeApp app;
  private final Path token;
  private final Followed followed;

  FollowedTest(@TempDir Path folder) throws IOException {
    app = new FakeApp(CALL);
    token = folder.resolve("token");
    followed = new Followed(new TranscriptFeed(List.of(app.address()), token), CALL);
  }

  @BeforeEach
  void writeToken() throws IOException {
    Files.writeString(token, FakeApp.TOKEN + "\n");
  }

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void tellsEachLineOnce() throws InterruptedException {
    app.says("TOLD", "Guten Tag.");
    app.says("ASKED", "Ihr Code?");
    assertThat(followed.news()).extracting(Line::text).containsExactly("Guten Tag.", "Ihr Code?");
    assertThat(followed.news()).isEmpty();
    app.says("KEYED", "…");
    assertThat(followed.news()).extracting(Line::kind).containsExactly("KEYED");
    assertThat(followed.outcome()).isEmpty();
    app.ends("HEARD");
    assertThat(followed.news()).isEmpty();
    assertThat(followed.outcome()).contains("HEARD");
    assertThat(followed.isIncomplete()).isFalse();
    assertThat(followed.all()).hasSize(3);
  }

  @Test
  void beginsAgainWhenAnotherAppTookTheCallOver() throws InterruptedException {
    app.says("TOLD", "Guten Tag.");
    app.says("ASKED", "Ihr Code?");
    assertThat(followed.news()).hasSize(2);
    app.fails(503);
    assertThat(followed.news()).isEmpty();
    assertThat(followed.trouble()).hasValueSatisfying(why -> assertThat(why).contains("503"));
    app.fails(0);
    app.restarts();
    app.says("TOLD", "Da sind wir wieder.");
    assertThat(followed.news()).extracting(Line::text).containsExactly("Da sind wir wieder.");
    assertThat(followed.trouble()).isEmpty();
    assertThat(followed.isIncomplete()).isTrue();
    assertThat(followed.all()).hasSize(3);
  }

  @Test
  void waitsForACallThatIsNotKnownYet() throws IOException, InterruptedException {
    Followed other = new Followed(new TranscriptFeed(List.of(app.address()), token), "other");
    assertThat(other.news()).isEmpty();
    assertThat(other.trouble()).isEmpty();
    assertThat(other.isIncomplete()).isTrue();
  }

  @Test
  void saysThatTheTokenIsWrong() throws IOException, InterruptedException {
    Files.writeString(token, "falsch");
    assertThat(followed.news()).isEmpty();
    assertThat(followed.trouble()).hasValueSatisfying(why -> assertThat(why).contains("Token"));
  }

  @Test
  void knowsThatSomethingWasMissedBeforeTheFirstLine() throws InterruptedException {
    app.fails(503);
    followed.news();
    app.fails(0);
    app.says("TOLD", "Guten Tag.");
    assertThat(followed.news()).hasSize(1);
    assertThat(followed.isIncomplete()).isTrue();
  }

  @Test
  void survivesAnAppThatIsGone() throws InterruptedException {
    app.close();
    assertThat(followed.news()).isEmpty();
    assertThat(followed.trouble()).isPresent();
  }
}
