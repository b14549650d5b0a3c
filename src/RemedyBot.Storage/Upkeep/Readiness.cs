namespace RemedyBot.Storage.Upkeep;

/// <param name="Answers">The database answers.</param>
/// <param name="ErasePending">An erased row may still stand in the write-ahead log, because a reader held it: an alarm.</param>
/// <param name="Unkept">Conversations without a code (an estimate from their days).</param>
/// <param name="RoomForNew">False: the limit of unkept conversations is reached.</param>
/// <param name="UpkeepFails">The last round of sweeping and turning keys failed (disk full, say): an alarm.</param>
/// <param name="ManyCodes">More codes live than their lookup is made for: a warning.</param>
public sealed record Readiness(bool Answers, bool ErasePending, long Unkept, bool RoomForNew, long Codes, bool ManyCodes, bool UpkeepFails);
