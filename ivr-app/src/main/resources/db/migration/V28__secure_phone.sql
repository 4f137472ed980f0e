-- Telephones of agents that talk by TLS, and with SRTP (RFC 3711) or not at all. Those by UDP use SRTP when they can.
ALTER TABLE ps_endpoints
  ADD COLUMN media_encryption ENUM ('no', 'sdes', 'dtls') NOT NULL DEFAULT 'sdes',
  ADD COLUMN media_encryption_optimistic ENUM ('yes', 'no') NOT NULL DEFAULT 'yes',
  DROP CONSTRAINT ps_endpoints_bounds,
  ADD CONSTRAINT ps_endpoints_bounds CHECK (
    transport IN ('transport-udp', 'transport-tls') AND context = 'agents' AND acl = 'agents'
    AND identify_by = 'username' AND allow_transfer = 'no' AND allow_subscribe = 'no'
    AND direct_media = 'no' AND disallow = 'all' AND rtp_timeout BETWEEN 10 AND 600
    AND rtp_timeout_hold BETWEEN 0 AND 600 AND device_state_busy_at = 1
    AND media_encryption = 'sdes'
    AND (transport = 'transport-udp' OR media_encryption_optimistic = 'no'));
