namespace RemedyBot.Turns;
