using MovieRec.Api;

namespace MovieRec.Infrastructure.Functions;

/// <summary>Access of a function: the union over its routes and its schedules.</summary>
internal static class FunctionAccess
{
    public static IReadOnlyList<FunctionName> All { get; } = Enum.GetValues<FunctionName>();

    /// <summary>Returns true if the function verifies tokens, for which it needs the JWT layer.</summary>
    public static bool Verifies(FunctionName function) => Routes.GetRoutes(function).Any(route => route.Access == Access.Protected);

    public static IReadOnlyList<Table> Reads(FunctionName function, IReadOnlyList<Schedule> schedules) => InOrder(
        Routes.GetRoutes(function).SelectMany(route => route.Reads),
        GetSchedules(function, schedules).SelectMany(schedule => schedule.Reads));

    public static IReadOnlyList<Table> Writes(FunctionName function, IReadOnlyList<Schedule> schedules) => InOrder(
        Routes.GetRoutes(function).SelectMany(route => route.Writes),
        GetSchedules(function, schedules).SelectMany(schedule => schedule.Writes));

    private static IEnumerable<Schedule> GetSchedules(FunctionName function, IReadOnlyList<Schedule> schedules) =>
        schedules.Where(schedule => schedule.Function == function);

    private static Table[] InOrder(IEnumerable<Table> routes, IEnumerable<Table> schedules) => [.. routes.Union(schedules).Order()];
}
