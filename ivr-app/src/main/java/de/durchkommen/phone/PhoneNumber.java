package de.durchkommen.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A German number at which somebody can be called: a line at home, a mobile or an Internet line.
 *
 * <p>No others: a machine that calls any number that was keyed in can be made to call those that
 * earn money for their owner, 0900 and its like here and abroad (toll fraud). Who has a foreign
 * number is helped by a person.
 *
 * @param e164 as the network takes it: {@code +49} and further digits, 15 at most (ITU-T E.164)
 */
public record PhoneNumber(String e164) {
  private static final String GERMANY = "DE";
  private static final String COUNTRY = "+49";
  private static final int COUNTRY_CODE = 49;

  /** With the area code: 0…, 00… or +… */
  private static final Pattern WHOLE = Pattern.compile("[+0][0-9]{2,19}");

  private static final Pattern STROKES = Pattern.compile("[ ()/-]");
  private static final Pattern STORED = Pattern.compile("\\+49[1-9][0-9]{1,12}");

  private static final Set<PhoneNumberType> CALLED =
      Set.of(
          PhoneNumberType.FIXED_LINE,
          PhoneNumberType.MOBILE,
          PhoneNumberType.FIXED_LINE_OR_MOBILE,
          PhoneNumberType.VOIP);

  /** Refuses what is no German number in this form. */
  public PhoneNumber {
    if (!STORED.matcher(e164).matches()) {
      throw new IllegalArgumentException("Not a German number in the form of E.164");
    }
  }

  /**
   * The number that somebody has keyed or that the network has shown: with its area code, after 0,
   * 0049 or +49; spaces and strokes do not matter.
   *
   * @return empty when there is no such number, or when it is not one that is called
   */
  public static Optional<PhoneNumber> parse(String text) {
    String digits = STROKES.matcher(text).replaceAll("");
    if (!WHOLE.matcher(digits).matches()) {
      return Optional.empty();
    }
    try {
      return called(PhoneNumberUtil.getInstance().parse(digits, GERMANY));
    } catch (NumberParseException none) {
      return Optional.empty();
    }
  }

  private static Optional<PhoneNumber> called(Phonenumber.PhoneNumber number) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    return number.getCountryCode() == COUNTRY_CODE && CALLED.contains(numbers.getNumberType(number))
        ? Optional.of(new PhoneNumber(numbers.format(number, PhoneNumberFormat.E164)))
        : Optional.empty();
  }

  /** As people in Germany say it: with a 0 and the area code; digits only. */
  public String national() {
    return "0" + e164.substring(COUNTRY.length());
  }

  /** Without the number: it does not belong in logs. */
  @Override
  public String toString() {
    return "PhoneNumber[…]";
  }
}
