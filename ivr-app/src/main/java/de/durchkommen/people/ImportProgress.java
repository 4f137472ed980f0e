package de.durchkommen.people;

/** Is told how far an import is. */
public interface ImportProgress {
  /** Nobody looks. */
  ImportProgress UNSEEN =
      new ImportProgress() {
        @Override
        public void read(long people, long bytes) {}

        @Override
        public void checked() {}
      };

  /** So many lines and bytes have been read by now. */
  void read(long people, long bytes);

  /** Everything was read; now lines are compared and then taken over, which takes a while. */
  void checked();
}
