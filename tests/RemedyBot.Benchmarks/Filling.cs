using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace RemedyBot.Benchmarks;

/// <summary>Fills a store with conversations of other people: random bytes look no different from sealed ones.</summary>
internal static class Filling
{
    private const int Body = 4000;
    private const int FarDay = 40_000;

    public static void Fill(string folder, int rows)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = System.IO.Path.Combine(folder, "remedybot.db"), Pooling = false }.ToString());
        connection.Open();
        using var transaction = connection.BeginTransaction();
        foreach (var table in new[] { "conversation", "turn" })
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
#pragma warning disable CA2100 // Only constants.
            command.CommandText = $"INSERT INTO {table} (id, day, tag, salt, body) VALUES ($id, {FarDay}, $tag, $salt, $body)";
#pragma warning restore CA2100
            for (var row = 0; row < rows; row++)
            {
                command.Parameters.Clear();
                command.Parameters.AddWithValue("$id", BinaryPrimitives.ReadInt64BigEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue);
                command.Parameters.AddWithValue("$tag", RandomNumberGenerator.GetBytes(8));
                command.Parameters.AddWithValue("$salt", RandomNumberGenerator.GetBytes(16));
                command.Parameters.AddWithValue("$body", RandomNumberGenerator.GetBytes(Body));
                command.ExecuteNonQuery();
            }
        }
        transaction.Commit();
    }
}
