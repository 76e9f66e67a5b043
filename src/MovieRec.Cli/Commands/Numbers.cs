using System.CommandLine;

namespace MovieRec.Cli.Commands;

/// <summary>Options that are whole numbers within bounds.</summary>
internal static class Numbers
{
    /// <summary>A number from 1 to <paramref name="most"/>.</summary>
    public static Option<int> Option(string name, string description, int otherwise, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        // Here and not in the command's validators, which see 0 for an option that is left out.
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<int>() is >= 1 and var number && number <= most)
                return;
            result.AddError($"{name} must be from 1 to {most}.");
        });
        return option;
    }
}
