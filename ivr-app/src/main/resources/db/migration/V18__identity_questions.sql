-- Wrong answers to the questions that show who somebody is without a code, in a row. asked is what
-- they are counted for: a call (call:…), and the account of whoever asks (@…), so that neither can
-- try out whom there is.
CREATE TABLE question_attempt (
  asked VARCHAR(140) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  wrong_tries INT NOT NULL,
  locked_until DATETIME(3) NULL,
  last_try DATETIME(3) NOT NULL,
  KEY question_attempt_age (last_try),
  CONSTRAINT question_attempt_count CHECK (wrong_tries >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- By birth date and postcode few people are left, and their names are compared.
ALTER TABLE person ADD KEY person_birth (birth_date, postcode);
