#!/usr/bin/env bash
# A throwaway Request Tracker on loopback: rt-up.sh FOLDER PORT SECRET-KEY. Leaves FOLDER/token and FOLDER/rt.pid.
set -euo pipefail
D=$1 PORT=$2 KEY=$3 HERE=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$D"/{mason,sessions,log,var}
install -d -m 700 "$D/gpg"
gpg --homedir "$D/gpg" --batch --quiet --import "$KEY"
cat >"$D/RT_SiteConfig.pm" <<P
Set(\$rtname,'helpline.test'); Set(\$Organization,'helpline.test'); Set(\$Timezone,'UTC');
Set(\$DatabaseType,'SQLite'); Set(\$DatabaseName,'$D/rt.db'); Set(\$WebDomain,'127.0.0.1'); Set(\$WebPort,$PORT);
Set(\$WebSecureCookies,0); Set(\$WebSessionClass,'Apache::Session::File'); Set(\$MailCommand,'mbox');
Set(\$LogToSyslog,undef); Set(\$LogToSTDERR,'warning');
Set(%GnuPG, Enable=>1, GnuPG=>'/usr/bin/gpg', OutgoingMessagesFormat=>'RFC'); Set(%GnuPGOptions, homedir=>'$D/gpg');
\$RT::MasonDataDir='$D/mason'; \$RT::MasonSessionDir='$D/sessions'; \$RT::VarPath='$D/var'; 1;
P
export RT_SITE_CONFIG="$D/RT_SiteConfig.pm" RT_SITE_CONFIG_DIR=/dev/null
rt-setup-database-5 --action init --dba root --dba-password '' >"$D/log/setup.log" 2>&1
perl -I/usr/share/request-tracker5/lib "$HERE/rt-seed.pl" >"$D/token" 2>>"$D/log/setup.log"
/usr/share/request-tracker5/libexec/rt-server --server Starlet --max-workers 4 --host 127.0.0.1 --port "$PORT" >"$D/log/server.log" 2>&1 &
echo $! >"$D/rt.pid"
for _ in $(seq 300); do
  curl -fsS -o /dev/null -H "Authorization: token $(cat "$D/token")" "http://127.0.0.1:$PORT/REST/2.0/rt" 2>/dev/null && exit 0
  sleep 0.2
done
exit 1
