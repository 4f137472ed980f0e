-- Telephones of the agents, and what Asterisk reads of them (PJSIP realtime): a row is enough for a
-- telephone to register, no file and no reload.

-- The row stays when the telephone is gone, for what its name stands for in the history.
CREATE TABLE agent_phone (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(3) NOT NULL,
  removed_at DATETIME(3) NULL,
  live_name VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin
    GENERATED ALWAYS AS (IF(removed_at IS NULL, name, NULL)) VIRTUAL,
  UNIQUE KEY agent_phone_live (live_name),
  CONSTRAINT agent_phone_form CHECK (name REGEXP '^[a-z0-9-]{1,30}$')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Names and types of columns are those of Asterisk's own schema; only those that are used are here.
-- What is the same for each telephone is the column's default, and nothing else is let in: Asterisk
-- takes its rules from these rows.
CREATE TABLE ps_endpoints (
  id VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  transport VARCHAR(40) NOT NULL DEFAULT 'transport-udp',
  aors VARCHAR(2048) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  auth VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  context VARCHAR(40) NOT NULL DEFAULT 'agents',
  disallow VARCHAR(200) NOT NULL DEFAULT 'all',
  allow VARCHAR(200) NOT NULL DEFAULT 'alaw,ulaw,g722',
  direct_media ENUM ('yes', 'no') NOT NULL DEFAULT 'no',
  dtmf_mode ENUM ('rfc4733', 'inband', 'info', 'auto', 'auto_info') NOT NULL DEFAULT 'rfc4733',
  identify_by VARCHAR(80) NOT NULL DEFAULT 'username',
  -- The answer goes to where the request came from, whatever a telephone behind a router believes.
  rewrite_contact ENUM ('yes', 'no') NOT NULL DEFAULT 'yes',
  rtp_symmetric ENUM ('yes', 'no') NOT NULL DEFAULT 'yes',
  -- Seconds without any sound after which a call is over: soon, for a telephone that was pulled out.
  rtp_timeout INTEGER NOT NULL DEFAULT 10,
  -- The same while a call is held, when many telephones send nothing; 0 is never.
  rtp_timeout_hold INTEGER NOT NULL DEFAULT 0,
  -- Calls from which on the telephone counts as busy.
  device_state_busy_at INTEGER NOT NULL DEFAULT 1,
  allow_transfer ENUM ('yes', 'no') NOT NULL DEFAULT 'no',
  allow_subscribe ENUM ('yes', 'no') NOT NULL DEFAULT 'no',
  language VARCHAR(40) NOT NULL DEFAULT 'de',
  -- A section of acl.conf: the addresses from which agents' telephones may come.
  acl VARCHAR(40) NOT NULL DEFAULT 'agents',
  CONSTRAINT ps_endpoints_form CHECK (id REGEXP '^agent-[a-z0-9-]{1,30}$'),
  CONSTRAINT ps_endpoints_own CHECK (aors = id AND auth = id),
  CONSTRAINT ps_endpoints_bounds CHECK (
    transport = 'transport-udp' AND context = 'agents' AND acl = 'agents'
    AND identify_by = 'username' AND allow_transfer = 'no' AND allow_subscribe = 'no'
    AND direct_media = 'no' AND disallow = 'all' AND rtp_timeout BETWEEN 10 AND 600
    AND rtp_timeout_hold BETWEEN 0 AND 600 AND device_state_busy_at = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- No column for a password: password_digest is the hash of user, realm and a random password.
CREATE TABLE ps_auths (
  id VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  auth_type ENUM ('md5', 'userpass', 'google_oauth', 'digest') NOT NULL DEFAULT 'digest',
  username VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  realm VARCHAR(255) NOT NULL DEFAULT 'durchkommen',
  password_digest VARCHAR(1024) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  CONSTRAINT ps_auths_form CHECK (
    username = id AND auth_type = 'digest' AND realm = 'durchkommen'
    AND password_digest REGEXP '^MD5:[0-9a-f]{32}$'),
  CONSTRAINT ps_auths_endpoint FOREIGN KEY (id) REFERENCES ps_endpoints (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One telephone each: who registers last is the one that rings. Times in seconds.
CREATE TABLE ps_aors (
  id VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  max_contacts INTEGER NOT NULL DEFAULT 1,
  remove_existing ENUM ('yes', 'no') NOT NULL DEFAULT 'yes',
  qualify_frequency INTEGER NOT NULL DEFAULT 15,
  default_expiration INTEGER NOT NULL DEFAULT 300,
  minimum_expiration INTEGER NOT NULL DEFAULT 30,
  maximum_expiration INTEGER NOT NULL DEFAULT 600,
  CONSTRAINT ps_aors_form CHECK (
    max_contacts = 1 AND remove_existing = 'yes' AND qualify_frequency BETWEEN 5 AND 60
    AND minimum_expiration >= 10 AND maximum_expiration <= 600
    AND default_expiration BETWEEN minimum_expiration AND maximum_expiration),
  CONSTRAINT ps_aors_endpoint FOREIGN KEY (id) REFERENCES ps_endpoints (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
