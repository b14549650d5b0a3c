namespace RemedyBot.Tests.Oracles;

/// <summary>A full JSON Schema validator (ajv) that says of each document whether it is valid.</summary>
internal static class JsonSchemaOracle
{
    /// <param name="schema">Path from the repository's root.</param>
    /// <param name="documents">One line of JSON each.</param>
    /// <returns>For each document "valid", or the first error's place and keyword.</returns>
    public static async Task<IReadOnlyList<string>> Judge(string schema, IEnumerable<string> documents)
    {
        var said = await Programs.NodeAsync("ajv", ["validate.mjs", Path.Combine(Repository.Root, schema)], string.Join('\n', documents) + "\n");
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
