use strict; use warnings; use RT; RT->LoadConfig; RT->Init; my $su=RT->SystemUser; sub ok2 { $_[0] or die "seed: $_[1]\n" }
my $q=RT::Queue->new($su); ok2 $q->Create(Name=>'RemedyBot', CorrespondAddress=>'intake@helpline.test');
my $other=RT::Queue->new($su); ok2 $other->Create(Name=>'Lawyers');
my %cf=(CaseRef=>'FreeformSingle', Urgency=>'SelectSingle', Language=>'FreeformSingle', HarmTypes=>'FreeformMultiple', Summary=>'TextSingle');
for my $n (sort keys %cf) { my $c=RT::CustomField->new($su); ok2 $c->Create(Name=>$n, Type=>$cf{$n}, LookupType=>'RT::Queue-RT::Ticket', Queue=>$q->id);
  if ($n eq 'Urgency') { ok2 $c->AddValue(Name=>$_) for qw(critical high normal low) } }
my $u=RT::User->new($su); ok2 $u->Create(Name=>'remedybot', EmailAddress=>'remedybot@helpline.test', Password=>'remedybot-test-pw', Privileged=>1);
ok2 $u->PrincipalObj->GrantRight(Right=>'ManageAuthTokens', Object=>$RT::System);
ok2 $u->PrincipalObj->GrantRight(Right=>$_, Object=>$q) for qw(SeeQueue CreateTicket ShowTicket ReplyToTicket CommentOnTicket ShowTicketComments SeeCustomField ModifyCustomField SetInitialCustomField ModifyTicket);
ok2 $u->PrincipalObj->GrantRight(Right=>$_, Object=>$other) for qw(SeeQueue ShowTicket ReplyToTicket CommentOnTicket ShowTicketComments SeeCustomField ModifyTicket);
my $ev=RT::Group->new($su); $ev->LoadSystemInternalGroup('Everyone'); ok2 $ev->PrincipalObj->GrantRight(Right=>$_, Object=>$q) for qw(CreateTicket ReplyToTicket);
my ($id,$msg,$auth)=RT::AuthToken->new(RT::CurrentUser->new($u))->Create(Owner=>$u->id, Description=>'tests'); die $msg unless $id; print "$auth\n";
