using System.CommandLine;
using RemedyBot.Commands;

var root = new RootCommand("RemedyBot guides people through describing online harms and hands a consented summary to helplines.")
{
    ServeCommand.Create(),
    ChatCommand.Create(),
    CheckCommand.Create(),
    ClassifyCommand.Create(),
    CaseCommand.Create(),
    VerifyCommand.Create(),
    DeskCommand.Create(),
    LocalizeCommand.Create(),
    RecipientsCommand.Create(),
    OutboxCommand.Create(),
    ChannelsCommand.Create(),
};
return await Usage.RunAsync(root, args);
