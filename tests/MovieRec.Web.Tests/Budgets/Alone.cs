namespace MovieRec.Web.Tests.Budgets;

/// <summary>What measures time runs while nothing else does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
