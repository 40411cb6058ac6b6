-- A caller is found by phone number, however it was written: +49 (0)30 123-45, 0049 30 12345 and
-- 030 12345 are one number. Only its digits are compared, without the zeros in front, which stand
-- for "abroad" or "long distance".
alter table requester
  add column phone_digits varchar(64)
    generated always as (
      regexp_replace(
        regexp_replace(replace(phone, '(0)', ''), '[^0-9]', ''), '^0+', '')) stored;
