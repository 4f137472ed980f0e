package de.durchkommen.booking;

/** What becomes of holds that a desk has made and that are neither taken nor given back. */
public interface Holds {
  /** They run out, unless who has them renews them. */
  Holds LEFT_TO_RUN_OUT =
      new Holds() {
        @Override
        public void add(HoldKey hold) {}

        @Override
        public void remove(HoldKey hold) {}
      };

  /** An offer was made. */
  void add(HoldKey hold);

  /** It was taken or given back. */
  void remove(HoldKey hold);
}
